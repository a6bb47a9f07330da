import { Button, Drawer, Input, Radio, Select } from "antd";
import { type ReactNode, useId, useState } from "react";
import type { EntityInfo, RowHeight, ViewInfo, ViewType } from "@/api/types";
import { VIEW_TYPES } from "@/api/types";
import { useBuilding } from "@/app/builds";
import { RoleChoice } from "@/app/role-choice";
import { usePhone } from "@/app/use-phone";
import { labelText, useLanguage } from "@/i18n";
import { filterable } from "@/list/filter/operators";
import { Colors, Condition } from "./conditions";
import css from "./editor.module.css";
import { fits, type Need } from "./needs";
import { ViewIcon } from "./view-icon";

type Part = { entity: EntityInfo; view: ViewInfo; change: (part: Partial<ViewInfo>) => void };

function Line({ label, children, id }: { label: string; children: ReactNode; id: string }) {
  return (
    <div className={css.line}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

type FieldsProps = {
  label: string;
  entity: EntityInfo;
  need: Need;
  value: string[];
  change: (codes: string[]) => void;
  most?: number;
};

/** One field (`most` is 1) or several, in the order they are chosen in. */
function Fields({ label, entity, need, value, change, most = 20 }: FieldsProps) {
  const { language } = useLanguage();
  const id = useId();
  const options = entity.fields
    .filter((field) => fits(field, need))
    .map((field) => ({ value: field.code, label: labelText(field.label, language) }));
  return (
    <Line label={label} id={id}>
      <Select
        id={id}
        mode={most > 1 ? "multiple" : undefined}
        maxCount={most > 1 ? most : undefined}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={most > 1 ? value : (value[0] ?? null)}
        options={options}
        onChange={(picked: string | string[] | null | undefined) => change(picked ? [picked].flat() : [])}
      />
    </Line>
  );
}

type Single = "by" | "sum" | "from" | "to" | "title" | "color" | "cover" | "progress";
const PARTS: Record<ViewType, readonly [Single | "card", Need][]> = {
  list: [],
  board: [
    ["by", "board"],
    ["sum", "numeric"],
    ["card", "any"],
  ],
  calendar: [
    ["from", "day"],
    ["to", "day"],
    ["title", "any"],
    ["color", "choice"],
  ],
  gallery: [
    ["cover", "image"],
    ["card", "any"],
  ],
  gantt: [
    ["from", "day"],
    ["to", "day"],
    ["progress", "number"],
  ],
};

function TypeParts({ entity, view, change }: Part) {
  const { t } = useLanguage();
  return PARTS[view.type ?? "list"].map(([name, need]) =>
    name === "card" ? (
      <Fields
        key={name}
        label={t("views.part.card")}
        entity={entity}
        need={need}
        value={view.card ?? []}
        change={(card) => change({ card })}
      />
    ) : (
      <Fields
        key={name}
        label={t(`views.part.${name}`)}
        entity={entity}
        need={need}
        most={1}
        value={view[name] ? [view[name]] : []}
        change={([code]) => change({ [name]: code })}
      />
    ),
  );
}

function ListParts({ entity, view, change }: Part) {
  const { t } = useLanguage();
  const id = useId();
  const heights: RowHeight[] = ["short", "medium", "tall"];
  return (
    <>
      <Fields
        label={t("views.part.group")}
        entity={entity}
        need="group"
        most={2}
        value={view.group ?? []}
        change={(group) => change({ group })}
      />
      <Line label={t("views.part.height")} id={id}>
        <Select
          id={id}
          allowClear
          value={view.height ?? null}
          options={heights.map((height) => ({ value: height, label: t(`views.height.${height}`) }))}
          onChange={(height?: RowHeight) => change({ height })}
        />
      </Line>
    </>
  );
}

/** Whom a view is meant for that people share. */
function ForRoles({ view, change }: Part) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <Line label={t("builder.forWhom")} id={id}>
      <RoleChoice
        id={id}
        value={view.roles ?? []}
        placeholder={t("builder.forEverybody")}
        set={(roles) => change({ roles })}
      />
      <p className="faint">{t("builder.forWhomHint")}</p>
    </Line>
  );
}

type Scope = "mine" | "shared";
type Props = {
  entity: EntityInfo;
  start: ViewInfo;
  /** Whether it is a view that is there already; its scope is then what it is. */
  existing: boolean;
  busy: boolean;
  close: () => void;
  save: (view: ViewInfo, scope: Scope) => void;
};

/** Everything that a view says. The list's own columns, order and filter are in it already. */
export function ViewEditor({ entity, start, existing, busy, close, save }: Props) {
  const { t, language } = useLanguage();
  const building = useBuilding();
  const phone = usePhone();
  const id = useId();
  const [view, setView] = useState(start);
  const [scope, setScope] = useState<Scope>(existing && !start.personal ? "shared" : "mine");
  const change = (part: Partial<ViewInfo>) => setView((old) => ({ ...old, ...part }));
  const type = view.type ?? "list";
  const name = labelText(view.label, language);
  const clean = { ...view, colors: (view.colors ?? []).filter((rule) => rule.where !== "") };
  const needed = PARTS[type].filter(
    ([part]) => part === "by" || part === "from" || (type === "gantt" && part === "to"),
  );
  const complete = name.trim() !== "" && needed.every(([part]) => part === "card" || view[part]);
  const part = { entity, view, change };
  return (
    <Drawer
      open
      title={t(existing ? "views.settings" : "views.newView")}
      size={phone ? "92dvh" : 560}
      placement={phone ? "bottom" : "right"}
      onClose={close}
      footer={
        <div className={css.foot}>
          <Button onClick={close}>{t("common.cancel")}</Button>
          <Button type="primary" loading={busy} disabled={!complete} onClick={() => save(clean, scope)}>
            {t("common.save")}
          </Button>
        </div>
      }
    >
      <Line label={t("views.name")} id={id}>
        <Input
          id={id}
          value={name}
          maxLength={60}
          autoFocus={!existing}
          onChange={(event) =>
            change({ label: { ...(typeof view.label === "object" ? view.label : {}), [language]: event.target.value } })
          }
        />
      </Line>
      <fieldset className={css.types}>
        <legend>{t("views.type")}</legend>
        <Radio.Group value={type} onChange={(event) => change({ type: event.target.value as ViewType })}>
          {VIEW_TYPES.map((one) => (
            <Radio.Button key={one} value={one}>
              <ViewIcon type={one} /> {t(`views.types.${one}`)}
            </Radio.Button>
          ))}
        </Radio.Group>
      </fieldset>
      {!existing && building.app(entity.app) && (
        <fieldset className={css.types}>
          <legend>{t("views.scope")}</legend>
          <Radio.Group value={scope} onChange={(event) => setScope(event.target.value as Scope)}>
            <Radio value="mine">{t("views.mine")}</Radio>
            <Radio value="shared">{t("views.shared")}</Radio>
          </Radio.Group>
        </fieldset>
      )}
      {scope === "shared" && building.app(view.app ?? entity.app) && <ForRoles {...part} />}
      <TypeParts {...part} />
      {type === "list" && <ListParts {...part} />}
      <Fields
        label={t("views.part.quick")}
        entity={{ ...entity, fields: filterable(entity.fields) }}
        need="any"
        most={10}
        value={view.quick ?? []}
        change={(quick) => change({ quick })}
      />
      <section className={css.section}>
        <h3>{t("views.part.where")}</h3>
        <Condition entity={entity} where={view.where} change={(where) => change({ where })} />
      </section>
      <Colors {...part} />
    </Drawer>
  );
}
