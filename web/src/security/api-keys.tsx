import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm, Skeleton, Tag } from "antd";
import { useState } from "react";
import { type ApiKey, apiKeysQuery, type MadeKey, revokeKey } from "@/api/api-keys";
import { membersQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { MadeKeyNote, NewKey } from "./new-key";
import css from "./security.module.css";

/** What is told of a key beside its name. */
function Facts({ of, owner }: { of: ApiKey; owner: string }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const over = of.expiresAt !== null && new Date(of.expiresAt) < new Date();
  const facts = [
    owner,
    of.usedAt === null ? t("security.keys.unused") : t("security.keys.used", { when: formats.relative(of.usedAt) }),
    of.expiresAt === null ? "" : t("security.keys.expires", { when: formats.moment(of.expiresAt) }),
    of.addresses.length === 0 ? "" : t("security.keys.from", { addresses: of.addresses.join(", ") }),
  ];
  return (
    <span className="faint">
      {over && <Tag color="error">{t("security.keys.expired")}</Tag>}
      {facts.filter((fact) => fact !== "").join(" \u00b7 ")}
    </span>
  );
}

function Item({ of, owner }: { of: ApiKey; owner: string }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const remove = useMutation({
    mutationFn: () => revokeKey(of.id),
    onError: toast.failed,
    onSuccess: () => toast.done(t("security.keys.removed")),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.apiKeys }),
  });
  return (
    <li className={css.item}>
      <div className={css.what}>
        <strong>{of.name}</strong> <code className="faint">{of.prefix}…</code>
        <Facts of={of} owner={owner} />
      </div>
      <Popconfirm
        title={t("security.keys.removeTitle", { name: of.name })}
        description={t("security.keys.removeText")}
        okText={t("security.keys.remove")}
        okButtonProps={{ danger: true }}
        cancelText={t("common.cancel")}
        onConfirm={() => remove.mutate()}
      >
        <Button
          size="small"
          danger
          loading={remove.isPending}
          aria-label={t("security.keys.removeNamed", { name: of.name })}
        >
          {t("security.keys.remove")}
        </Button>
      </Popconfirm>
    </li>
  );
}

function List({ all }: { all: boolean }) {
  const { t } = useLanguage();
  const found = useQuery(apiKeysQuery(all));
  const members = useQuery({ ...membersQuery, enabled: all });
  if (found.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <p className="faint">{t("security.keys.none")}</p>;
  const owner = (key: ApiKey) => (all ? (members.data?.find((member) => member.id === key.member)?.name ?? "") : "");
  return (
    <ul className={css.list}>
      {found.data.map((key) => (
        <Item key={key.id} of={key} owner={owner(key)} />
      ))}
    </ul>
  );
}

/** The keys by which programs come in: one's own, which one makes here, or those of all members. */
export function ApiKeys({ all = false }: { all?: boolean }) {
  const { t } = useLanguage();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const title = all ? t("security.keys.allTitle") : t("security.keys.title");
  return (
    <section className={css.section} aria-label={title}>
      <h2>{title}</h2>
      <p className="muted">{all ? t("security.keys.allLead") : t("security.keys.lead")}</p>
      {made ? <MadeKeyNote made={made} done={() => setMade(null)} /> : <List all={all} />}
      {!all && !made && (
        <div className={css.bar}>
          <Button onClick={() => setAdding(true)}>{t("security.keys.add")}</Button>
        </div>
      )}
      {adding && <NewKey done={setMade} close={() => setAdding(false)} />}
    </section>
  );
}
