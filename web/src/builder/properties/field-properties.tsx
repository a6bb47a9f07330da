import { useQuery } from "@tanstack/react-query";
import { Input, Select, Switch, Tabs } from "antd";
import { type RefObject, useId, useState } from "react";
import { flushSync } from "react-dom";
import { entitiesQuery } from "@/api/catalogue";
import { schemaQuery, suggestCode } from "@/api/definitions";
import type { FieldType } from "@/api/types";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { resize, type Words } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import { GROUPS, isDecoration } from "../form/palette-entries";
import type { Designer } from "../form/use-designer";
import { type FieldDoc, recode, setField, setTitle, takenCodes } from "../model/design";
import { FieldProperty } from "./field-property";
import { LabelField } from "./label-field";
import css from "./properties.module.css";
import { type Tab, tabOf } from "./registry";
import { propertiesOf } from "./schema";
import { useTyped } from "./simple-editors";
import { Width } from "./width";

type Props = {
  field: FieldDoc;
  span: number;
  designer: Designer;
  wanted: RefObject<boolean>;
  recoded: (to: string) => void;
};

/** Whether records may hold values of the field by now, so that its code stays. */
function usePublished(entity: string, code: string): boolean {
  const entities = useQuery(entitiesQuery).data ?? [];
  return entities.some((one) => one.code === entity && one.fields.some((field) => field.code === code));
}

const CODE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

function Code({ field, designer, fixed, recoded }: Omit<Props, "span" | "wanted"> & { fixed: boolean }) {
  const { t } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useTyped(field.code);
  const fits = typed === field.code || (CODE.test(typed) && !takenCodes(designer.design).includes(typed));
  const commit = () => {
    if (!fits || typed === field.code) return setTyped(field.code);
    designer.edit((design) => recode(design, field.code, typed));
    recoded(typed);
  };
  return (
    <div className={css.property}>
      <label htmlFor={id}>{t("builder.code")}</label>
      <Input
        id={id}
        value={typed}
        disabled={fixed}
        status={fits ? undefined : "error"}
        maxLength={40}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onPressEnter={commit}
      />
      <p className={css.hint}>{fixed ? t("builder.codeFixed") : t("builder.codeHint")}</p>
    </div>
  );
}

const TYPES: FieldType[] = GROUPS.flatMap((group) =>
  group.entries.flatMap(({ key }) => (isDecoration(key) ? [] : [key])),
);

function TypeChoice({ field, designer }: Pick<Props, "field" | "designer">) {
  const { t } = useLanguage();
  const id = useId();
  const schema = useQuery(schemaQuery("entity")).data;
  const retype = (type: FieldType) => {
    const known = new Set(schema ? propertiesOf(schema, type).map((one) => one.name) : []);
    const entry = GROUPS.flatMap((group) => group.entries).find((one) => one.key === type);
    const gone = Object.fromEntries(
      Object.keys(field)
        .filter((name) => !known.has(name))
        .map((name) => [name, undefined]),
    );
    designer.edit((design) =>
      setField(design, field.code, { ...entry?.starts?.(t), ...kept(field, known), ...gone, type }),
    );
  };
  return (
    <div className={css.property}>
      <label htmlFor={id}>{t("builder.type")}</label>
      <Select
        id={id}
        style={{ width: "100%" }}
        value={field.type}
        showSearch={{ optionFilterProp: "label" }}
        options={TYPES.map((type) => ({ value: type, label: t(`field.type.${type}`) }))}
        onChange={retype}
      />
    </div>
  );
}

/** What a field has that one of the new type may have too. */
const kept = (field: FieldDoc, known: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(field).filter(([name]) => known.has(name) && name !== "type"));

/** What can be said of a field: what it is, what is checked, how it looks. */
export function FieldProperties({ field, span, designer, wanted, recoded }: Props) {
  const { t } = useLanguage();
  const [tab, setTab] = useState<Tab>("field");
  const schema = useQuery(schemaQuery("entity"));
  // A place in the document stays while a code follows its name; the focus must not be lost then.
  const at = designer.design.entity.fields.indexOf(field);
  const published = usePublished(designer.design.entity.code, field.code);
  const set = (name: string, value: unknown) =>
    designer.edit((design) => setField(design, field.code, { [name]: value }), `${field.code}.${name}`);
  const named = async (text: string) => {
    if (published || !field.code.startsWith(`${field.type}_1`)) return;
    const code = await suggestCode(text, takenCodes(designer.design));
    // At once: what is typed before the next drawing would be meant for a field that has another code by then, and be lost.
    flushSync(() => {
      designer.follow((design) => recode(design, field.code, code));
      recoded(code);
    });
  };
  if (schema.isPending) return <PageSkeleton />;
  if (schema.isError) return <Failure error={schema.error} retry={() => void schema.refetch()} />;
  const properties = propertiesOf(schema.data, field.type);
  const of = (wanted: Tab) =>
    properties
      .filter((one) => tabOf(one.name) === wanted)
      .map((one) => (
        <FieldProperty
          key={`${at}.${one.name}`}
          property={one}
          field={field}
          design={designer.design}
          set={(value) => set(one.name, value)}
        />
      ));
  const pages: Record<Tab, React.ReactNode> = {
    field: (
      <>
        <LabelField
          key={at}
          name={t("builder.label")}
          value={field.label as Words}
          set={(label) => set("label", label)}
          done={(text) => void named(text)}
          wanted={wanted}
        />
        <TypeChoice field={field} designer={designer} />
        {of("field")}
        <Code key={`code ${at}`} field={field} designer={designer} fixed={published} recoded={recoded} />
      </>
    ),
    checks: of("checks"),
    look: (
      <>
        <Width
          span={span}
          set={(to) => designer.edit((all) => ({ ...all, layout: resize(all.layout, field.code, to) }))}
        />
        <TitleFlag field={field} designer={designer} />
        {of("look")}
      </>
    ),
  };
  return (
    <Tabs
      activeKey={tab}
      onChange={(key) => setTab(key as Tab)}
      items={(["field", "checks", "look"] as const).map((key) => ({
        key,
        label: t(`builder.tab.${key}`),
        children: <div className={css.list}>{pages[key]}</div>,
      }))}
    />
  );
}

function TitleFlag({ field, designer }: Pick<Props, "field" | "designer">) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <label htmlFor={id} className={css.flag}>
      <span>{t("builder.property.title")}</span>
      <Switch
        id={id}
        size="small"
        checked={field.title === true}
        onChange={(on) =>
          designer.edit((design) =>
            on ? setTitle(design, field.code) : setField(design, field.code, { title: undefined }),
          )
        }
      />
    </label>
  );
}
