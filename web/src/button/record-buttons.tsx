import { DownOutlined, EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import type { EntityInfo, Row } from "@/api/types";
import { usePhone } from "@/app/use-phone";
import { labelText, useLanguage } from "@/i18n";
import css from "./button.module.css";
import { iconOf, OneButton, useAct, wayOf } from "./one-button";
import { PressDialogs } from "./press-dialogs";
import { useButtons } from "./use-buttons";
import { usePress } from "./use-press";

/** How many stand in the open; the others are one press further. */
const IN_THE_OPEN = 3;
const UNDER_THE_THUMB = 2;

type Props = { entity: EntityInfo; row: Row };

/** On a phone the bar is the last thing of the page, and stays in sight below what scrolls. */
function Where({ phone, children }: { phone: boolean; children: ReactNode }) {
  const page = phone ? document.getElementById("content") : null;
  return page ? createPortal(children, page) : children;
}

/** The buttons of a record: the first in the open, the others under "more"; on a phone at the bottom, under the thumb. */
export function RecordButtons({ entity, row }: Props) {
  const { t, language } = useLanguage();
  const phone = usePhone();
  const { buttons, scene } = useButtons(entity, row);
  const pressing = usePress(entity, row);
  const { busy, press } = pressing;
  const act = useAct(scene, press);
  const most = phone ? UNDER_THE_THUMB : IN_THE_OPEN;
  const rest = buttons.slice(most);
  const items = rest.map((button) => ({
    key: button.code,
    icon: iconOf(button),
    danger: button.tone === "danger",
    disabled: wayOf(button, scene) === null,
    label: labelText(button.label, language),
    onClick: () => act(button),
  }));
  const size = phone ? "large" : undefined;
  return (
    <>
      {buttons.length > 0 && (
        <Where phone={phone}>
          <div className={phone ? css.thumb : css.bar} role="toolbar" aria-label={t("button.bar")}>
            {buttons.slice(0, most).map((button) => (
              <OneButton
                key={button.code}
                button={button}
                scene={scene}
                busy={busy === button.code}
                act={act}
                size={size}
              />
            ))}
            {rest.length > 0 && (
              <Dropdown menu={{ items }} trigger={["click"]} placement={phone ? "topRight" : "bottomRight"}>
                {phone ? (
                  <Button className={css.fold} size="large" icon={<EllipsisOutlined />} aria-label={t("button.more")} />
                ) : (
                  <Button icon={<DownOutlined />} iconPlacement="end">
                    {t("button.more")}
                  </Button>
                )}
              </Dropdown>
            )}
          </div>
        </Where>
      )}
      <PressDialogs entity={entity} row={row} pressing={pressing} />
    </>
  );
}
