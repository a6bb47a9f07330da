import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useMemo } from "react";
import { newKey } from "@/api/new-key";
import { undoBatch } from "@/api/records";
import { useLanguage } from "@/i18n";
import { failureText } from "./failure";

/** What one may want to do next. */
type More = { text: string; act: () => void };

/** Short messages that go by themselves. What can be undone offers it for eight seconds. */
export function useToast() {
  const { message } = App.useApp();
  const { t } = useLanguage();
  const cache = useQueryClient();
  return useMemo(() => {
    const failed = (error: unknown) => void message.error({ content: failureText(error, t), duration: 6 });
    const undo = async (batch: string) => {
      try {
        const { undone, kept } = await undoBatch(batch);
        if (kept > 0) void message.warning({ content: t("common.partlyUndone", { undone, kept }), duration: 6 });
        else void message.success(t("common.undone"));
        await cache.invalidateQueries({ queryKey: ["records"] });
      } catch (error) {
        failed(error);
      }
    };
    const done = (text: string, batch?: string, more?: More) => {
      const key = newKey();
      const button = batch !== undefined && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            message.destroy(key);
            void undo(batch);
          }}
        >
          {t("common.undo")}
        </Button>
      );
      const next = more && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            message.destroy(key);
            more.act();
          }}
        >
          {more.text}
        </Button>
      );
      void message.success({
        key,
        content:
          button || next ? (
            <>
              {text} {next} {button}
            </>
          ) : (
            text
          ),
        duration: button || next ? 8 : 3,
      });
    };
    const refused = (text: string) => void message.error({ content: text, duration: 6 });
    return { done, failed, refused };
  }, [message, t, cache]);
}
