import { DeleteOutlined, HolderOutlined, MenuUnfoldOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Form, Input, Modal } from "antd";
import { type KeyboardEvent, useState } from "react";
import type { DefinitionInfo } from "@/api/definitions";
import { labelText, useLanguage } from "@/i18n";
import { words } from "../form/new-parts";
import props from "../properties/properties.module.css";
import { useSortable } from "../properties/use-sortable";
import css from "./apps.module.css";
import { IconChoice } from "./icon-choice";
import { isGroup, type MenuRow, moveRow, newCode, removeRow, rowsOf, setRow, takeOut } from "./menu-doc";
import { MenuRoles, withRoles } from "./menu-roles";
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
  row: MenuRow;
  /** Its place among all rows. */
  at: number;
  name: string;
  move: (from: number, to: number) => void;
  change: (change: (menu: readonly MenuDoc[]) => MenuDoc[]) => void;
  rename: () => void;
};

function What({ item }: { item: MenuDoc }) {
  const { t } = useLanguage();
  const target = item.entity ? "entity" : item.view ? "view" : item.url ? "url" : "group";
  return (
    <span className="faint">
      {t(`builder.app.target.${target}`)}
      {item.url && ` ${item.url}`}
    </span>
  );
}

function Row({ row, at, name, move, change, rename }: RowProps) {
  const { t } = useLanguage();
  const { ref, handle, edge } = useSortable("menu", at, move);
  const { item } = row;
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const out = event.key === "ArrowLeft" && row.inner !== null;
    if ((step === 0 && !out) || !event.altKey) return;
    event.preventDefault();
    if (out) change((menu) => takeOut(menu, row));
    // A group passes the whole of what stands below it.
    else move(at, at + (step > 0 ? step + (item.items?.length ?? 0) : step));
  };
  const classes = [css.menuRow, edge === null ? "" : edge === "top" ? props.above : props.below];
  return (
    <li ref={ref} className={classes.join(" ")} data-inner={row.inner !== null || undefined}>
      <span ref={handle} className={props.holder} aria-hidden>
        <HolderOutlined />
      </span>
      {!isGroup(item) && (
        <IconChoice value={item.icon} set={(icon) => change((menu) => setRow(menu, row, { ...item, icon }))} />
      )}
      <button
        type="button"
        className={`plain ${css.about}`}
        title={t("builder.app.menuKeys")}
        aria-label={t("builder.app.menuItem", { name })}
        onKeyDown={keys}
        onClick={isGroup(item) ? rename : undefined}
      >
        <span className="ellipsis">{name}</span>
        <What item={item} />
      </button>
      <MenuRoles
        name={name}
        roles={item.roles ?? []}
        set={(roles) => change((menu) => setRow(menu, row, withRoles(item, roles)))}
      />
      {row.inner !== null && (
        <Button
          type="text"
          icon={<MenuUnfoldOutlined rotate={180} />}
          title={t("builder.app.takeOut", { name })}
          aria-label={t("builder.app.takeOut", { name })}
          onClick={() => change((menu) => takeOut(menu, row))}
        />
      )}
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t("builder.app.removeItem", { name })}
        onClick={() => change((menu) => removeRow(menu, row))}
      />
    </li>
  );
}

type NamedGroupProps = { title: string; name: string; done: (name: string) => void; close: () => void };

function NamedGroup({ title, name, done, close }: NamedGroupProps) {
  const { t } = useLanguage();
  const [form] = Form.useForm<{ label: string }>();
  return (
    <Modal
      open
      title={title}
      okText={t("common.save")}
      cancelText={t("common.cancel")}
      onOk={form.submit}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ label: name }}
        onFinish={({ label }) => done(label.trim())}
      >
        <Form.Item
          name="label"
          label={t("builder.label")}
          rules={[{ required: true, whitespace: true, message: t("begin.columns.labelRequired") }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
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

/** What is being asked for just now: an address, the name of a new group, or another for a group. */
type Asking = { kind: "link" } | { kind: "group" } | { kind: "rename"; row: MenuRow };

/** What stands in the app's menu, in its order, and in which groups. */
export function MenuEditor({ own, definitions, change }: Props) {
  const { t, language } = useLanguage();
  const nameOf = useNameOf(definitions);
  const [asking, setAsking] = useState<Asking | null>(null);
  const alive = definitions.filter((one) => one.state !== "deleted");
  const menu = menuOf(
    own,
    alive.filter((one) => one.kind === "entity"),
  );
  const rows = rowsOf(menu);
  const missing = alive
    .filter((one) => one.kind === "entity" || one.kind === "view")
    .map((one) => ({ [one.kind]: one.code }) as MenuDoc)
    .filter((item) => !rows.some((row) => sameTarget(row.item, item)));
  const items = [
    ...missing.map((item, at) => ({
      key: String(at),
      label: `${t(`builder.app.target.${item.entity ? "entity" : "view"}`)} \u00b7 ${nameOf(item)}`,
      onClick: () => change([...menu, item]),
    })),
    { key: "url", label: t("builder.app.addLink"), onClick: () => setAsking({ kind: "link" }) },
    { key: "group", label: t("builder.app.addGroup"), onClick: () => setAsking({ kind: "group" }) },
  ];
  const answered = (next: MenuDoc[]) => {
    setAsking(null);
    change(next);
  };
  const named = (name: string) => words(name, language);
  return (
    <section className={css.panel} aria-label={t("builder.app.menu")}>
      <div className={css.panelHead}>
        <h2>{t("builder.app.menu")}</h2>
        <Dropdown menu={{ items }} trigger={["click"]}>
          <Button icon={<PlusOutlined />}>{t("builder.app.addItem")}</Button>
        </Dropdown>
      </div>
      <ul className={css.menu}>
        {rows.map((row, at) => (
          <Row
            key={`${row.item.code} ${row.item.entity} ${row.item.view} ${row.item.url}`}
            row={row}
            at={at}
            name={nameOf(row.item)}
            move={(from, to) => change(moveRow(menu, from, to))}
            change={(next) => change(next(menu))}
            rename={() => setAsking({ kind: "rename", row })}
          />
        ))}
      </ul>
      {menu.length === 0 && <p className="faint">{t("builder.app.noMenu")}</p>}
      {asking?.kind === "link" && (
        <NewLink
          close={() => setAsking(null)}
          add={({ label, url }) => answered([...menu, { url, label: named(label.trim()) }])}
        />
      )}
      {asking?.kind === "group" && (
        <NamedGroup
          title={t("builder.app.addGroup")}
          name=""
          close={() => setAsking(null)}
          done={(name) => answered([...menu, { code: newCode(menu), label: named(name), items: [] }])}
        />
      )}
      {asking?.kind === "rename" && (
        <NamedGroup
          title={t("builder.app.renameGroup")}
          name={nameOf(asking.row.item)}
          close={() => setAsking(null)}
          done={(name) =>
            answered(
              setRow(menu, asking.row, { ...asking.row.item, label: { ...asking.row.item.label, ...named(name) } }),
            )
          }
        />
      )}
    </section>
  );
}
