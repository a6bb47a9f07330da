import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Switch } from "antd";
import { useId } from "react";
import { change, keyOf, type Note, type Part, resize, type Section, type Tab, type Tabs } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import { words } from "../form/new-parts";
import type { Designer } from "../form/use-designer";
import { freeCode, remove, takenCodes } from "../model/design";
import { LabelField } from "./label-field";
import css from "./properties.module.css";
import { Width } from "./width";

type Props<P> = { part: P; designer: Designer };

const useSet = <P extends Part>({ part, designer }: Props<P>) => {
  const key = keyOf(part);
  return (to: (part: P) => P, tag?: string) =>
    designer.edit(
      (design) => ({ ...design, layout: change(design.layout, key, (one) => to(one as P)) }),
      tag === undefined ? undefined : `${key}.${tag}`,
    );
};

function SectionProperties(props: Props<Section>) {
  const { t } = useLanguage();
  const id = useId();
  const set = useSet(props);
  const { part } = props;
  return (
    <>
      <LabelField
        name={t("builder.label")}
        value={part.label}
        set={(label) => set((one) => ({ ...one, label }), "label")}
      />
      <label htmlFor={id} className={css.flag}>
        <span>{t("builder.collapsed")}</span>
        <Switch
          id={id}
          size="small"
          checked={part.collapsed === true}
          onChange={(collapsed) => set((one) => ({ ...one, collapsed }))}
        />
      </label>
    </>
  );
}

function TabsProperties(props: Props<Tabs>) {
  const { t, language } = useLanguage();
  const set = useSet(props);
  const { part, designer } = props;
  const rename = (code: string, label: Tab["label"]) =>
    set((one) => ({ ...one, tabs: one.tabs.map((tab) => (tab.code === code ? { ...tab, label } : tab)) }), code);
  const add = () => {
    const code = freeCode("tab_1", takenCodes(designer.design));
    set((one) => ({ ...one, tabs: [...one.tabs, { code, label: words(t("builder.newTab"), language), items: [] }] }));
  };
  /** The fields of a tab that goes stay on the form, in the tab beside it. */
  const take = (code: string) =>
    set((one) => {
      const at = one.tabs.findIndex((tab) => tab.code === code);
      const items = one.tabs[at]?.items ?? [];
      const tabs = one.tabs.filter((tab) => tab.code !== code);
      const beside = Math.max(0, at - 1);
      return { ...one, tabs: tabs.map((tab, i) => (i === beside ? { ...tab, items: [...tab.items, ...items] } : tab)) };
    });
  return (
    <>
      {part.tabs.map((tab, at) => (
        <div key={tab.code} style={{ display: "flex", gap: 4, alignItems: "flex-end" }}>
          <div style={{ flex: 1 }}>
            <LabelField
              name={t("builder.tabName", { n: at + 1 })}
              value={tab.label}
              set={(label) => rename(tab.code, label)}
            />
          </div>
          {part.tabs.length > 1 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("builder.removeTab", { n: at + 1 })}
              onClick={() => take(tab.code)}
            />
          )}
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} onClick={add}>
        {t("builder.addTab")}
      </Button>
    </>
  );
}

function NoteProperties(props: Props<Note>) {
  const { t } = useLanguage();
  const set = useSet(props);
  const { part, designer } = props;
  return (
    <>
      <LabelField
        name={t("builder.noteText")}
        value={part.text}
        set={(text) => set((one) => ({ ...one, text }), "text")}
      />
      <Width
        span={part.span ?? 24}
        set={(span) => designer.edit((all) => ({ ...all, layout: resize(all.layout, part.code, span) }))}
      />
    </>
  );
}

/** What can be said of a part that holds no value. */
export function PartProperties({ part, designer }: Props<Part>) {
  const { t } = useLanguage();
  const kind = "items" in part ? "section" : "tabs" in part ? "tabs" : "text" in part ? "note" : "divider";
  return (
    <div className={css.list} key={keyOf(part)}>
      <h2 className={css.title}>{t(`builder.part.${kind}`)}</h2>
      {"items" in part && <SectionProperties part={part} designer={designer} />}
      {"tabs" in part && <TabsProperties part={part} designer={designer} />}
      {"text" in part && <NoteProperties part={part} designer={designer} />}
      {("items" in part || "tabs" in part) && <p className={css.hint}>{t("builder.groupHint")}</p>}
      <Button danger onClick={() => designer.edit((design) => remove(design, new Set([keyOf(part)])))}>
        {t("common.delete")}
      </Button>
    </div>
  );
}
