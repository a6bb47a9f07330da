import { RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Input, Segmented, Tooltip } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import { useTyped } from "../properties/simple-editors";
import type { Saving } from "./use-autosave";
import css from "./work.module.css";

export type Mode = "design" | "preview";
const MODES = ["design", "preview"] as const;
const SCREENS = ["desktop", "phone"] as const;

type Steps = {
  saving: Saving;
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
};

/** How what is built is looked at. */
type Look = {
  mode: Mode;
  setMode: (mode: Mode) => void;
  phone: boolean;
  setPhone: (phone: boolean) => void;
  /** What looking at it as people will is called. */
  preview: string;
};

type Props = {
  app: string;
  work: Steps;
  name: string;
  /** Gives it another name; without it, the name is changed elsewhere. */
  rename?: Rename;
  /** Without it, there is one way to look at it. */
  look?: Look;
  /** Who else is at work on this. */
  editing: string | null;
  publish: () => void;
  /** What this builder has beside all that builders have. */
  children?: ReactNode;
};

function Saved({ saving }: { saving: Saving }) {
  const { t } = useLanguage();
  const bad = saving === "failed" || saving === "refused";
  return (
    <span className={bad ? `${css.saving} bad` : css.saving} role="status">
      {t(`builder.saving.${saving}`)}
    </span>
  );
}

/** What the input of the name is called, and what takes the name; a blank one is not taken. */
type Rename = { label: string; set: (name: string) => void };

function Name({ name, rename }: { name: string; rename: Rename }) {
  const [typed, setTyped] = useTyped(name);
  return (
    <Input
      variant="borderless"
      aria-label={rename.label}
      maxLength={60}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value.trim() !== "") rename.set(event.target.value);
      }}
      onBlur={() => setTyped(name)}
    />
  );
}

function Looks({ mode, setMode, phone, setPhone, preview }: Look) {
  const { t } = useLanguage();
  return (
    <>
      <Segmented<(typeof SCREENS)[number]>
        value={phone ? "phone" : "desktop"}
        aria-label={t("builder.screen")}
        options={SCREENS.map((value) => ({ value, label: t(`builder.${value}`) }))}
        onChange={(value) => setPhone(value === "phone")}
      />
      <Segmented<Mode>
        value={mode}
        aria-label={t("builder.mode")}
        options={MODES.map((value) => ({ value, label: value === "preview" ? preview : t("builder.design") }))}
        onChange={setMode}
      />
    </>
  );
}

/** What stands over every builder: where one is, what is saved, steps back and forth, how it is looked at, and publishing. */
export function WorkBar({ app, work, name, rename, look, editing, publish, children }: Props) {
  const { t } = useLanguage();
  const step = (icon: ReactNode, label: string, key: string, can: boolean, act: () => void) => (
    <Tooltip title={`${label} ${key}`}>
      <Button type="text" icon={icon} disabled={!can} aria-label={label} onClick={act} />
    </Tooltip>
  );
  return (
    <div className={css.bar}>
      <nav className={css.crumbs} aria-label={t("builder.where")}>
        <Link to={paths.buildApp(app)}>{t("builder.backToApp")}</Link>
        <span className="faint" aria-hidden>
          /
        </span>
        <h1 className={`ellipsis ${css.name}`}>{rename ? <Name name={name} rename={rename} /> : name}</h1>
      </nav>
      <Saved saving={work.saving} />
      {editing && <span className={css.saving}>{t("builder.alsoHere", { name: editing })}</span>}
      <div className={css.acts}>
        {children}
        {step(<UndoOutlined />, t("builder.undo"), "Ctrl+Z", work.canUndo, work.undo)}
        {step(<RedoOutlined />, t("builder.redo"), "Ctrl+Y", work.canRedo, work.redo)}
        {look && <Looks {...look} />}
        <Button type="primary" onClick={publish}>
          {t("builder.publish")}
        </Button>
      </div>
    </div>
  );
}
