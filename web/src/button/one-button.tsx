import { App, Button, type ButtonProps } from "antd";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import type { ButtonInfo } from "@/api/buttons";
import type { Row } from "@/api/types";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { usePhone } from "@/app/use-phone";
import { dialable } from "@/core/phone";
import { labelText, useLanguage } from "@/i18n";
import { addressOf, type Scene } from "./conditions";

/** Where a button leads without the server: outside in a window of its own, or to another page of ours. */
export type Way = { href: string; outside: boolean };

const relatedId = (row: Row, field: string): string => String(row.values[field] ?? "");

/** Undefined for a button that leads nowhere; null while its address is not known yet. */
export function wayOf(button: ButtonInfo, scene: Scene): Way | null | undefined {
  const { type, url, relation, view, viewEntity } = button.action;
  if (type !== "open") return undefined;
  if (url) {
    const href = addressOf(url, scene);
    return href === null ? null : { href, outside: true };
  }
  if (relation) {
    const target = scene.entity.fields.find((field) => field.code === relation)?.entity ?? "";
    return { href: paths.record(target, relatedId(scene.row, relation)), outside: false };
  }
  return view && viewEntity ? { href: paths.view(viewEntity, view), outside: false } : null;
}

const numberOf = (button: ButtonInfo, row: Row) =>
  `tel:${dialable(String(row.values[button.action.field ?? ""] ?? ""))}`;

/**
 * What pressing a button of any type does: a confirmation first where one is wanted and no other question is asked. On a
 * phone a call begins at once, and what is logged about it is asked meanwhile.
 */
export function useAct(scene: Scene, press: (button: ButtonInfo) => Promise<void>) {
  const { t, language } = useLanguage();
  const { modal } = App.useApp();
  const phone = usePhone();
  const navigate = useNavigate();
  const follow = (way: Way) => {
    if (way.outside) window.open(way.href, "_blank", "noopener,noreferrer");
    else void navigate(way.href);
  };
  return (button: ButtonInfo) => {
    const way = wayOf(button, scene);
    const asksItself = button.action.type === "set" || (button.action.type === "create" && button.action.atOnce);
    const act = () => {
      if (way) return follow(way);
      if (phone && button.action.type === "call") window.location.assign(numberOf(button, scene.row));
      void press(button);
    };
    if (!button.confirm || asksItself) return act();
    modal.confirm({
      title: labelText(button.label, language),
      content: labelText(button.confirm, language),
      okText: t("button.doIt"),
      cancelText: t("common.cancel"),
      onOk: act,
    });
  };
}

const TONE: Record<ButtonInfo["tone"], ButtonProps> = {
  default: {},
  primary: { type: "primary" },
  danger: { danger: true },
};

type Props = {
  button: ButtonInfo;
  scene: Scene;
  busy: boolean;
  act: (button: ButtonInfo) => void;
  size?: ButtonProps["size"];
};

export const iconOf = (button: ButtonInfo): ReactNode => (button.icon ? <NamedIcon name={button.icon} /> : undefined);

/** A button as its definition draws it. What leads outside is a link, which can be copied and opened as any other. */
export function OneButton({ button, scene, busy, act, size }: Props) {
  const { language } = useLanguage();
  const way = wayOf(button, scene);
  const link =
    way?.outside && !button.confirm ? { href: way.href, target: "_blank", rel: "noopener noreferrer" } : undefined;
  return (
    <Button
      {...TONE[button.tone]}
      {...link}
      size={size}
      icon={iconOf(button)}
      loading={busy}
      disabled={way === null}
      onClick={link ? undefined : () => act(button)}
    >
      {labelText(button.label, language)}
    </Button>
  );
}
