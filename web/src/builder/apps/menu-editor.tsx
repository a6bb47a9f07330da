import { DeleteOutlined, HolderOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Form, Input, Modal } from "antd";
import { type KeyboardEvent, useState } from "react";
import type { DefinitionInfo } from "@/api/definitions";
import { labelText, useLanguage } from "@/i18n";
import { words } from "../form/new-parts";
import props from "../properties/properties.module.css";
import { useSortable } from "../properties/use-sortable";
import css from "./apps.module.css";
import { IconChoice } from "./icon-choice";
import type { MenuDoc } from "./use-app-draft";

const sameTarget = (a: MenuDoc, b: MenuDoc) => a.entity === b.entity && a.view === b.view && a.url === b.url;

/** The menu as it is: what the app says, or without that all of its forms. */
export function menuOf(own: DefinitionInfo, entities: DefinitionInfo[]): MenuDoc[] {
  const said = own.definition?.menu;
  if (Array.isArray(said)) return said as MenuDoc[];
  return entities
    .filter((one) => one.state !== "deleted" && typeof one.definition?.parent !== "string")
    .map((one) => ({ entity: one.code }));
}

function useNameOf(definitions: DefinitionInfo[]) {
  const { language } = useLanguage();
  return (item: MenuDoc): string => {
    if (item.label) return labelText(item.label, language);
    const target = definitions.find(
      (one) => one.code === (item.entity ?? item.view) && one.kind === (item.entity ? "entity" : "view"),
    );
    return target ? labelText(target.label, language) : (item.entity ?? item.view ?? item.url ?? "");
  };
}

type RowProps = {
  item: MenuDoc;
  at: number;
  name: string;
  move: (from: number, to: number) => void;
  set: (item: MenuDoc) => void;
  remove: () => void;
};

function Row({ item, at, name, move, set, remove }: RowProps) {
  const { t } = useLanguage();
  const { ref, handle, edge } = useSortable("menu", at, move);
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0 || !event.altKey) return;
    event.preventDefault();
    move(at, at + step);
  };
  return (
    <li ref={ref} className={`${css.menuRow} ${edge === null ? "" : edge === "top" ? props.above : props.below}`}>
      <span ref={handle} className={props.holder} aria-hidden>
        <HolderOutlined />
      </span>
      <IconChoice value={item.icon} set={(icon) => set({ ...item, icon })} />
      <button
        type="button"
        className={`plain ${css.about}`}
        title={t("builder.app.menuKeys")}
        aria-label={t("builder.app.menuItem", { name })}
        onKeyDown={keys}
      >
        <span className="ellipsis">{name}</span>
        <span className="faint">
          {t(`builder.app.target.${item.entity ? "entity" : item.view ? "view" : "url"}`)}
          {item.url && ` ${item.url}`}
        </span>
      </button>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t("builder.app.removeItem", { name })}
        onClick={remove}
      />
    </li>
  );
}

type Link = { label: string; url: string };

function NewLink({ add, close }: { add: (link: Link) => void; close: () => void }) {
  const { t } = useLanguage();
  const [form] = Form.useForm<Link>();
  return (
    <Modal
      open
      title={t("builder.app.addLink")}
      okText={t("common.add")}
      cancelText={t("common.cancel")}
      onOk={form.submit}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={add}>
        <Form.Item
          name="label"
          label={t("builder.label")}
          rules={[{ required: true, whitespace: true, message: t("begin.columns.labelRequired") }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item
          name="url"
          label={t("builder.app.url")}
          rules={[{ required: true, pattern: /^(https?:\/\/|\/)/, message: t("builder.app.urlWrong") }]}
        >
          <Input placeholder="https://" maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

type Props = { own: DefinitionInfo; definitions: DefinitionInfo[]; change: (menu: MenuDoc[]) => void };

/** What stands in the app's menu, in its order. */
export function MenuEditor({ own, definitions, change }: Props) {
  const { t, language } = useLanguage();
  const nameOf = useNameOf(definitions);
  const [linking, setLinking] = useState(false);
  const alive = definitions.filter((one) => one.state !== "deleted");
  const menu = menuOf(
    own,
    alive.filter((one) => one.kind === "entity"),
  );
  const missing = alive
    .filter((one) => one.kind === "entity" || one.kind === "view")
    .map((one) => ({ [one.kind]: one.code }) as MenuDoc)
    .filter((item) => !menu.some((one) => sameTarget(one, item)));
  const move = (from: number, to: number) => {
    const moved = menu[from];
    if (moved === undefined || to < 0 || to >= menu.length) return;
    const rest = menu.filter((_, at) => at !== from);
    change([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  const items = [
    ...missing.map((item, at) => ({
      key: String(at),
      label: `${t(`builder.app.target.${item.entity ? "entity" : "view"}`)} \u00b7 ${nameOf(item)}`,
      onClick: () => change([...menu, item]),
    })),
    { key: "url", label: t("builder.app.addLink"), onClick: () => setLinking(true) },
  ];
  return (
    <section className={css.panel} aria-label={t("builder.app.menu")}>
      <div className={css.panelHead}>
        <h2>{t("builder.app.menu")}</h2>
        <Dropdown menu={{ items }} trigger={["click"]}>
          <Button icon={<PlusOutlined />}>{t("builder.app.addItem")}</Button>
        </Dropdown>
      </div>
      <ul className={css.menu}>
        {menu.map((item, at) => (
          <Row
            key={`${item.entity} ${item.view} ${item.url}`}
            item={item}
            at={at}
            name={nameOf(item)}
            move={move}
            set={(next) => change(menu.map((one, place) => (place === at ? next : one)))}
            remove={() => change(menu.filter((_, place) => place !== at))}
          />
        ))}
      </ul>
      {menu.length === 0 && <p className="faint">{t("builder.app.noMenu")}</p>}
      {linking && (
        <NewLink
          close={() => setLinking(false)}
          add={({ label, url }) => {
            setLinking(false);
            change([...menu, { url, label: words(label.trim(), language) }]);
          }}
        />
      )}
    </section>
  );
}
