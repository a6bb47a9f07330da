import { Alert, Button, Drawer } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { EntityInfo } from "@/api/types";
import { failureText } from "@/app/failure";
import { paths } from "@/app/paths";
import { usePhone } from "@/app/use-phone";
import type { Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import type { Draft } from "./draft";
import { FillingForm } from "./filling-form";
import { Lookalikes } from "./lookalikes";
import { useCreate } from "./use-create";
import { useStandardForm } from "./use-standard-form";

type Props = {
  entity: EntityInfo;
  close: () => void;
  /** Values that are given, as the parent of a child record. */
  given?: Record<string, Value>;
  /** What is filled in at first and may be changed. */
  start?: Draft;
  /** Stays on the page instead of opening the new record. */
  stay?: boolean;
};

/** A new record beside the list. */
export function CreateDrawer({ entity, close, given = {}, start, stay = false }: Props) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const phone = usePhone();
  const form = useCreate(entity, given, start);
  const standard = useStandardForm(entity);
  const [round, setRound] = useState(0);
  const create = async (more: boolean) => {
    const id = await form.submit();
    if (id === null) return;
    if (more) return setRound(round + 1);
    if (stay) close();
    else await navigate(paths.record(entity.code, id));
  };
  return (
    <Drawer
      open
      title={t("record.newTitle", { name: labelText(entity.label, language) })}
      size={phone ? "92dvh" : 640}
      placement={phone ? "bottom" : "right"}
      onClose={close}
      footer={
        <div style={{ display: "flex", gap: 8, justifyContent: "flex-end" }}>
          <Button disabled={form.busy} onClick={() => void create(true)}>
            {t("record.createMore")}
          </Button>
          <Button type="primary" loading={form.busy} onClick={() => void create(false)}>
            {t("common.save")}
          </Button>
        </div>
      }
    >
      {form.error !== null && (
        <Alert type="error" showIcon title={failureText(form.error, t)} style={{ marginBottom: 16 }} />
      )}
      <Lookalikes key={`alike-${round}`} entity={entity} values={form.typed} />
      <FillingForm key={round} filling={form} standard={standard} />
    </Drawer>
  );
}
