import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useState } from "react";
import { membersQuery } from "@/api/catalogue";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";
import type { Met } from "./use-draft";

const HERE = 60_000;

/** Says when somebody else's work comes in; `name` is who has changed the draft within the last minute, null for nobody. */
export function useCompany() {
  const { t } = useLanguage();
  const me = useMe();
  const { message } = App.useApp();
  const members = useQuery(membersQuery).data ?? [];
  const [by, setBy] = useState<string | null>(null);
  useEffect(() => {
    if (by === null) return;
    const timer = setTimeout(() => setBy(null), HERE);
    return () => clearTimeout(timer);
  }, [by]);
  const nameOf = (id: string | undefined) => members.find((one) => one.id === id)?.name;
  return {
    name: by === null ? null : (nameOf(by) ?? null),
    met: ({ by: who, clashes }: Met) => {
      setBy(who === undefined || who === me.member.id ? null : who);
      const name = nameOf(who) ?? t("builder.somebody");
      void message.info(clashes === 0 ? t("builder.joined", { name }) : t("builder.joinedMine", { name, n: clashes }));
    },
  };
}
