import { useQuery } from "@tanstack/react-query";
import { Input, Modal, Select } from "antd";
import { type ReactNode, useId, useState } from "react";
import { appsQuery, entitiesQuery } from "@/api/catalogue";
import { FIGURE_FNS, type FigureFn, type HomeCard } from "@/api/personal";
import type { EntityInfo } from "@/api/types";
import { personalViewsQuery, viewsQuery } from "@/api/views";
import { offeredEntities } from "@/app/shell/menu";
import { labelText, useLanguage } from "@/i18n";
import { Condition } from "@/views/conditions";
import { totalsOf } from "@/views/needs";
import css from "./home.module.css";

/** The longest title that the server takes. */
const LONGEST = 60;

/** The fields that a figure can be made of. */
const measurable = (entity: EntityInfo, fn: FigureFn) => entity.fields.filter((field) => totalsOf(field).includes(fn));

type Props = { card: HomeCard; save: (card: HomeCard) => void; close: () => void };
type Part = { card: HomeCard; change: (part: Partial<HomeCard>) => void };

function Line({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={css.setting}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** Whose records, and over which view. */
function Source({ card, change, entities }: Part & { entities: readonly EntityInfo[] }) {
  const { t, language } = useLanguage();
  const shared = useQuery(viewsQuery).data ?? [];
  const own = useQuery(personalViewsQuery).data ?? [];
  const views = [...shared, ...own].filter((view) => view.entity === card.entity && view.usable !== false);
  return (
    <>
      <Line label={t("home.entity")}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={card.entity ?? null}
            options={entities.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
            onChange={(entity: string) =>
              change({ entity, view: undefined, where: undefined, of: undefined, fn: "count" })
            }
          />
        )}
      </Line>
      {views.length > 0 && (
        <Line label={t("home.view")}>
          {(id) => (
            <Select
              id={id}
              value={card.view ?? ""}
              options={[
                { value: "", label: t("list.allView") },
                ...views.map((one) => ({ value: one.code, label: labelText(one.label, language) })),
              ]}
              onChange={(view: string) => change({ view: view || undefined })}
            />
          )}
        </Line>
      )}
    </>
  );
}

/** What is counted or added up, and of which records. */
function FigureSettings({ card, change, entity }: Part & { entity: EntityInfo }) {
  const { t, language } = useLanguage();
  const fn = card.fn ?? "count";
  const fields = measurable(entity, fn);
  const usable = FIGURE_FNS.filter((one) => one === "count" || measurable(entity, one).length > 0);
  return (
    <>
      <Line label={t("home.figure")}>
        {(id) => (
          <Select
            id={id}
            value={fn}
            options={usable.map((one) => ({ value: one, label: t(`home.fn.${one}`) }))}
            onChange={(next: HomeCard["fn"]) =>
              change({ fn: next, of: next === "count" ? undefined : measurable(entity, next ?? "sum")[0]?.code })
            }
          />
        )}
      </Line>
      {fn !== "count" && (
        <Line label={t("home.field")}>
          {(id) => (
            <Select
              id={id}
              value={card.of ?? null}
              options={fields.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
              onChange={(of: string) => change({ of })}
            />
          )}
        </Line>
      )}
      <div className={css.setting}>
        <span>{t("home.condition")}</span>
        <Condition
          key={entity.code}
          entity={entity}
          where={card.where ?? null}
          change={(where) => change({ where: where ?? undefined })}
        />
      </div>
    </>
  );
}

/** What a card is called and, for a figure and a list, what it is about. */
export function CardEditor({ card: start, save, close }: Props) {
  const { t } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  const apps = useQuery(appsQuery).data ?? [];
  const [card, setCard] = useState(start);
  const change = (part: Partial<HomeCard>) => setCard((old) => ({ ...old, ...part }));
  const asks = card.type === "figure" || card.type === "list";
  const entity = entities.find((one) => one.code === card.entity);
  const complete = !asks || (entity !== undefined && ((card.fn ?? "count") === "count" || card.of !== undefined));
  const submit = () => save({ ...card, title: card.title?.trim() || undefined });
  return (
    <Modal
      open
      title={t("home.settingsOf", { type: t(`home.type.${card.type}`) })}
      okText={t("common.save")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: !complete }}
      onOk={submit}
      onCancel={close}
      width={asks ? 620 : 420}
    >
      <div className={css.form}>
        {asks && <Source card={card} change={change} entities={offeredEntities(entities, apps)} />}
        {card.type === "figure" && entity && <FigureSettings card={card} change={change} entity={entity} />}
        <Line label={t("home.title")}>
          {(id) => (
            <Input
              id={id}
              maxLength={LONGEST}
              placeholder={t("home.titleHint")}
              value={card.title ?? ""}
              onChange={(event) => change({ title: event.target.value })}
              onPressEnter={() => complete && submit()}
            />
          )}
        </Line>
      </div>
    </Modal>
  );
}
