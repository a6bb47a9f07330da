import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useState } from "react";
import { membersQuery } from "@/api/catalogue";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";
import type { Met } from "./use-work";

const HERE = 60_000;

/** Who else builds the same thing: the name of somebody who has changed it within the last minute, and a word when they do. */
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
  const nameOf = (who: string | null | undefined) => members.find((one) => one.id === who)?.name;
  const met = ({ by: who, clashes }: Met) => {
    setBy(who === undefined || who === me.member.id ? null : who);
    const name = nameOf(who) ?? t("builder.somebody");
    void message.info(clashes === 0 ? t("builder.joined", { name }) : t("builder.joinedMine", { name, n: clashes }));
  };
  return { editing: by === null ? null : (nameOf(by) ?? null), met };
}
