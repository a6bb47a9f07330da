import { CopyOutlined, PhoneOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { entitiesQuery } from "@/api/catalogue";
import type { EntityInfo, Row } from "@/api/types";
import { copyText } from "@/app/copy-text";
import { useToast } from "@/app/toast";
import { dialable, formatPhone } from "@/core/phone";
import { labelText, useLanguage } from "@/i18n";
import { activityLogs, isComposable } from "@/timeline/activities";
import { ActivityInput } from "@/timeline/activity-input";
import css from "./button.module.css";

type Props = { name: string; entity: EntityInfo; row: Row; number: string; close: () => void };

/** The number to be called, and what was said, logged like in the timeline. */
export function CallDialog({ name, entity, row, number, close }: Props) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const entities = useQuery(entitiesQuery).data ?? [];
  const log = activityLogs(entities, entity.code).find(isComposable);
  const copy = async () => {
    await copyText(number);
    toast.done(t("common.copied"));
  };
  return (
    <Modal open destroyOnHidden title={name} footer={null} onCancel={close}>
      <div className={css.number}>
        <strong className="num">{formatPhone(number)}</strong>
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t("button.copyNumber")}
        </Button>
        <Button type="primary" icon={<PhoneOutlined />} href={`tel:${dialable(number)}`}>
          {t("button.call")}
        </Button>
      </div>
      {log && (
        <section className={css.log} aria-label={t("button.logIt")}>
          <h3>{`${t("button.logIt")} · ${labelText(log.entity.label, language)}`}</h3>
          <ActivityInput log={log} entity={entity} target={row} done={close} />
        </section>
      )}
    </Modal>
  );
}
