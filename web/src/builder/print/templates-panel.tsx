import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Tag } from "antd";
import { Link } from "react-router";
import type { DefinitionInfo } from "@/api/definitions";
import type { EntityInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import type { useListed } from "../apps/use-listed";

type RowProps = {
  name: string;
  /** The form that it is filled in from. */
  of: string;
  to: string;
  state: "published" | "draft" | "new" | "deleted";
  removeLabel: string;
  remove: () => void;
};

function Row({ name, of, to, state, removeLabel, remove }: RowProps) {
  const { t } = useLanguage();
  return (
    <div className={apps.row}>
      <div className={apps.about}>
        <strong className="ellipsis">{name}</strong>
        <span className="faint">{of}</span>
      </div>
      {state !== "published" && (
        <Tag color={state === "deleted" ? "error" : "processing"}>{t(`builder.app.state.${state}`)}</Tag>
      )}
      {state !== "deleted" && (
        <>
          <Link to={to}>{t("print.arrange")}</Link>
          <Button type="text" icon={<DeleteOutlined />} aria-label={removeLabel} onClick={remove} />
        </>
      )}
    </div>
  );
}

type Props = {
  kind: "print_template" | "mail_template";
  definitions: DefinitionInfo[];
  entities: EntityInfo[];
  texts: { title: string; create: string; none: string; remove: (name: string) => string };
  path: (code: string) => string;
  /** Whether one was never published, where that matters to whoever looks for it. */
  isNew?: (code: string) => boolean;
} & ReturnType<typeof useListed<EntityInfo>>;

/** The templates of an app that are filled in from a record: made for one of its forms, opened, deleted. */
export function TemplatesPanel({ kind, definitions, entities, texts, path, isNew, create, remove }: Props) {
  const { language } = useLanguage();
  const templates = definitions.filter((one) => one.kind === kind);
  const own = new Set(
    definitions.filter((one) => one.kind === "entity" && one.state !== "deleted").map((one) => one.code),
  );
  const offered = entities.filter((one) => own.has(one.code));
  if (offered.length === 0 && templates.length === 0) return null;
  const nameOf = (code: unknown) =>
    labelText(entities.find((one) => one.code === code)?.label ?? String(code ?? ""), language);
  const items = offered.map((one) => ({
    key: one.code,
    label: labelText(one.label, language),
    onClick: () => create.mutate(one),
  }));
  const stateOf = ({ state, code }: DefinitionInfo): RowProps["state"] => {
    if (state === "deleted" || state === "trash") return "deleted";
    return isNew?.(code) ? "new" : state;
  };
  return (
    <section className={apps.panel} aria-label={texts.title}>
      <div className={apps.panelHead}>
        <h2>{texts.title}</h2>
        <Dropdown trigger={["click"]} menu={{ items }}>
          <Button icon={<PlusOutlined />} loading={create.isPending} disabled={offered.length === 0}>
            {texts.create}
          </Button>
        </Dropdown>
      </div>
      {templates.length === 0 && <p className="faint">{texts.none}</p>}
      {templates.map((one) => {
        const name = labelText(one.label, language);
        return (
          <Row
            key={one.code}
            name={name}
            of={nameOf(one.definition?.entity)}
            to={path(one.code)}
            state={stateOf(one)}
            removeLabel={texts.remove(name)}
            remove={() => remove.mutate(one.code)}
          />
        );
      })}
    </section>
  );
}
