import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { Link } from "react-router";
import { type DefinitionInfo, deleteDefinition, discardDraft } from "@/api/definitions";
import { keys } from "@/api/keys";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import type { EntityDoc } from "../model/design";
import css from "./apps.module.css";

export type State = "published" | "draft" | "new" | "deleted";
const COLOURS: Record<State, string> = { published: "default", draft: "warning", new: "processing", deleted: "error" };

type RowProps = { app: string; entity: DefinitionInfo; state: State; ofIt: DefinitionInfo[] };

function FormRow({ app, entity, state, ofIt }: RowProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const name = labelText(entity.label, language);
  const fields = (entity.definition as EntityDoc | undefined)?.fields.length ?? 0;
  const act = async (
    one: (kind: string, code: string) => Promise<unknown>,
    there: (info: DefinitionInfo) => boolean,
  ) => {
    try {
      for (const info of [...ofIt, entity]) if (there(info)) await one(info.kind, info.code);
    } catch (error) {
      toast.failed(error);
    }
    await cache.invalidateQueries({ queryKey: keys.allDefinitions });
  };
  return (
    <div className={css.row}>
      <div className={`${css.about} ${css.first}`}>
        <strong className="ellipsis">{name}</strong>
        <span className="faint">{t("builder.app.fields", { n: fields })}</span>
      </div>
      {state !== "published" && <Tag color={COLOURS[state]}>{t(`builder.app.state.${state}`)}</Tag>}
      {state !== "new" && <Link to={paths.list(entity.code)}>{t("builder.app.data")}</Link>}
      {state === "deleted" ? (
        <Button type="link" size="small" onClick={() => void act(discardDraft, (one) => one.state === "deleted")}>
          {t("builder.app.keep")}
        </Button>
      ) : (
        <>
          <Link to={paths.buildForm(app, entity.code)}>{t("builder.app.design")}</Link>
          <Link to={paths.buildButtons(app, entity.code)}>{t("button.title")}</Link>
          {state !== "new" && <Link to={paths.buildPage(app, entity.code)}>{t("page.build.link")}</Link>}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("builder.app.deleteForm", { name })}
            onClick={() => void act(deleteDefinition, (one) => one.state !== "deleted")}
          />
        </>
      )}
    </div>
  );
}

/** Whether a definition is nothing without the entity: its standard form and its record pages. */
const isOf = ({ kind, code, definition }: DefinitionInfo, entity: string): boolean =>
  kind === "form" ? code === entity : kind === "record_page" && definition?.entity === entity;

type Props = { app: string; definitions: DefinitionInfo[]; published: ReadonlySet<string>; add: () => void };

/** The forms of an app. One that is deleted goes with the next publish, and its data to the trash. */
export function FormList({ app, definitions, published, add }: Props) {
  const { t } = useLanguage();
  const entities = definitions.filter((one) => one.kind === "entity");
  const stateOf = (one: DefinitionInfo): State => {
    if (one.state === "deleted") return "deleted";
    if (!published.has(one.code)) return "new";
    const touched = definitions.some((it) => it.code === one.code && it.state === "draft" && it.kind !== "app");
    return touched ? "draft" : "published";
  };
  return (
    <section className={css.panel} aria-label={t("builder.app.forms")}>
      <div className={css.panelHead}>
        <h2>{t("builder.app.forms")}</h2>
        <Button type={entities.length === 0 ? "primary" : "default"} icon={<PlusOutlined />} onClick={add}>
          {t("builder.app.newForm")}
        </Button>
      </div>
      {entities.length === 0 && <p className="faint">{t("builder.app.noForms")}</p>}
      {entities.map((one) => (
        <FormRow
          key={one.code}
          app={app}
          entity={one}
          state={stateOf(one)}
          ofIt={definitions.filter((it) => isOf(it, one.code))}
        />
      ))}
    </section>
  );
}
