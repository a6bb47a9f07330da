import { Tag } from "antd";
import type { MessageState } from "@/api/mail";
import { useLanguage } from "@/i18n";

const COLORS: Record<MessageState, string> = {
  waiting: "processing",
  sent: "success",
  failed: "error",
  bounced: "error",
  caught: "default",
};

export function StateTag({ state }: { state: MessageState }) {
  const { t } = useLanguage();
  return <Tag color={COLORS[state]}>{t(`mail.states.${state}`)}</Tag>;
}
