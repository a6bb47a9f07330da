import { useQuery } from "@tanstack/react-query";
import { Dropdown, type MenuProps } from "antd";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { keys } from "@/api/keys";
import { readRecord } from "@/api/records";
import type { EntityInfo, Row } from "@/api/types";
import { failureText } from "@/app/failure";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { iconOf, useAct, wayOf } from "./one-button";
import { PressDialogs } from "./press-dialogs";
import { useButtons } from "./use-buttons";
import { usePress } from "./use-press";
import type { Spot } from "./use-row-menu";

type Props = { entity: EntityInfo; id: string; spot: Spot; open: boolean; close: () => void };

type MenuAtProps = Pick<Props, "spot" | "open" | "close"> & { items: MenuProps["items"]; children?: ReactNode };

function MenuAt({ spot, open, close, items, children }: MenuAtProps) {
  return (
    <>
      <Dropdown
        open={open}
        autoFocus
        trigger={["click"]}
        menu={{ items, onClick: close }}
        onOpenChange={(on) => !on && close()}
      >
        {/* Of some size: a menu is not placed at what cannot be seen. */}
        <span style={{ position: "fixed", left: spot.x, top: spot.y, width: 1, height: 1, pointerEvents: "none" }} />
      </Dropdown>
      {children}
    </>
  );
}

function Loaded({ entity, row, ...menu }: Omit<Props, "id"> & { row: Row }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { buttons, scene } = useButtons(entity, row);
  const pressing = usePress(entity, row);
  const act = useAct(scene, pressing.press);
  const items: MenuProps["items"] = [
    { key: "$open", label: t("button.open"), onClick: () => void navigate(paths.record(entity.code, row.id)) },
    { type: "divider" },
    ...buttons.map((button) => ({
      key: button.code,
      icon: iconOf(button),
      danger: button.tone === "danger",
      disabled: wayOf(button, scene) === null,
      label: labelText(button.label, language),
      onClick: () => act(button),
    })),
    ...(buttons.length === 0 ? [{ key: "$none", disabled: true, label: t("button.noneHere") }] : []),
  ];
  return (
    <MenuAt {...menu} items={items}>
      <PressDialogs entity={entity} row={row} pressing={pressing} />
    </MenuAt>
  );
}

/**
 * The buttons that hold for one record of a list. A list has only what it shows of its records, so the record is read when
 * its menu is opened.
 */
export default function RowMenu({ id, ...rest }: Props) {
  const { t } = useLanguage();
  const { entity, spot, open, close } = rest;
  const record = useQuery({
    queryKey: keys.record(entity.code, id),
    queryFn: ({ signal }) => readRecord(entity.code, id, signal),
    throwOnError: false,
  });
  if (record.data) return <Loaded {...rest} row={record.data} />;
  const text = record.isError ? failureText(record.error, t) : t("common.loading");
  return <MenuAt {...{ spot, open, close }} items={[{ key: "$wait", disabled: true, label: text }]} />;
}
