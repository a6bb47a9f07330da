import { RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Segmented, Tooltip } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { PublishDialog } from "../publish/publish-dialog";
import css from "./designer.module.css";
import { keyOfIssue } from "./issues";
import type { Designer } from "./use-designer";

export type Mode = "design" | "preview";
const MODES = ["design", "preview"] as const;
const SCREENS = ["desktop", "phone"] as const;

type Props = {
  app: string;
  designer: Designer;
  mode: Mode;
  setMode: (mode: Mode) => void;
  phone: boolean;
  setPhone: (phone: boolean) => void;
  /** Who else is at work on this form. */
  editing: string | null;
  show: (key: string) => void;
  failed: (error: unknown) => void;
};

function Saved({ designer }: { designer: Designer }) {
  const { t } = useLanguage();
  const bad = designer.saving === "failed" || designer.saving === "refused";
  return (
    <span className={bad ? `${css.saving} bad` : css.saving} role="status">
      {t(`builder.saving.${designer.saving}`)}
    </span>
  );
}

export function DesignerBar({ app, designer, mode, setMode, phone, setPhone, editing, show, failed }: Props) {
  const { t, language } = useLanguage();
  const [publishing, setPublishing] = useState(false);
  const { design } = designer;
  const publish = async () => {
    if (await designer.save()) setPublishing(true);
    else if (designer.error) failed(designer.error);
  };
  const wayTo = (path: string) => {
    const key = keyOfIssue(path, design);
    if (key === null) return null;
    return () => {
      setPublishing(false);
      setMode("design");
      show(key);
    };
  };
  return (
    <div className={css.bar}>
      <nav className={css.crumbs} aria-label={t("builder.where")}>
        <Link to={paths.buildApp(app)}>{t("builder.backToApp")}</Link>
        <span className="faint" aria-hidden>
          /
        </span>
        <h1 className="ellipsis" style={{ fontSize: 15 }}>
          {labelText(design.entity.label, language)}
        </h1>
      </nav>
      <Saved designer={designer} />
      {editing && <span className={css.saving}>{t("builder.alsoHere", { name: editing })}</span>}
      <span className={css.space} />
      <Tooltip title={`${t("builder.undo")} Ctrl+Z`}>
        <Button
          type="text"
          icon={<UndoOutlined />}
          disabled={!designer.canUndo}
          aria-label={t("builder.undo")}
          onClick={designer.undo}
        />
      </Tooltip>
      <Tooltip title={`${t("builder.redo")} Ctrl+Y`}>
        <Button
          type="text"
          icon={<RedoOutlined />}
          disabled={!designer.canRedo}
          aria-label={t("builder.redo")}
          onClick={designer.redo}
        />
      </Tooltip>
      <Segmented<(typeof SCREENS)[number]>
        value={phone ? "phone" : "desktop"}
        aria-label={t("builder.screen")}
        options={SCREENS.map((value) => ({ value, label: t(`builder.${value}`) }))}
        onChange={(value) => setPhone(value === "phone")}
      />
      <Segmented<Mode>
        value={mode}
        aria-label={t("builder.mode")}
        options={MODES.map((value) => ({ value, label: t(`builder.${value}`) }))}
        onChange={setMode}
      />
      <Button type="primary" onClick={() => void publish()}>
        {t("builder.publish")}
      </Button>
      {publishing && (
        <PublishDialog app={app} entity={design.entity.code} close={() => setPublishing(false)} wayTo={wayTo} />
      )}
    </div>
  );
}
