import { CheckCircleOutlined, WarningOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { type AuditState, auditStateQuery, keepAudit, verifyAudit } from "@/api/audit";
import { keys } from "@/api/keys";
import { copyText } from "@/app/copy-text";
import { useToast } from "@/app/toast";
import { formatDecimal } from "@/core/decimal";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./audit.module.css";

const YEAR = 365;
const CHOICES = [180, YEAR, 2 * YEAR, 3 * YEAR, 5 * YEAR, 10 * YEAR];

function Keep({ state }: { state: AuditState }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const keep = useMutation({
    mutationFn: keepAudit,
    onSuccess: (next) => {
      cache.setQueryData(keys.auditState, next);
      void cache.invalidateQueries({ queryKey: ["audit", "log"] });
      toast.done(t("audit.chain.keepSaved"));
    },
    onError: toast.failed,
  });
  const named = (days: number) =>
    days % YEAR === 0
      ? t("audit.chain.years", { n: String(days / YEAR) })
      : t("audit.chain.days", { n: formatDecimal(String(days)) });
  const days = [...new Set([...CHOICES, state.keepDays])].sort((a, b) => a - b);
  return (
    <div className={css.keep}>
      <span className="muted">{t("audit.chain.keep")}</span>
      <Select
        size="small"
        aria-label={t("audit.chain.keepLabel")}
        value={state.keepDays}
        loading={keep.isPending}
        onChange={(next) => keep.mutate(next)}
        options={days.map((each) => ({ value: each, label: named(each) }))}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

function Standing({ state }: { state: AuditState }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const count = (n: number) => formatDecimal(String(n));
  return (
    <p className={css.standing}>
      {state.sealedAt === null
        ? t("audit.chain.nothing")
        : t("audit.chain.sealed", { n: count(state.sealed - state.removed), when: formats.relative(state.sealedAt) })}
      {state.waiting > 0 && ` \u00b7 ${t("audit.chain.waiting", { n: count(state.waiting) })}`}
      {state.removed > 0 && ` \u00b7 ${t("audit.chain.removed", { n: count(state.removed) })}`}
    </p>
  );
}

function Verify({ state }: { state: AuditState }) {
  const { t } = useLanguage();
  const toast = useToast();
  const [noted, setNoted] = useState("");
  const verify = useMutation({ mutationFn: verifyAudit, onError: toast.failed });
  const count = (n: number) => formatDecimal(String(n));
  const found = verify.data;
  const copy = () =>
    void copyText(state.end)
      .then(() => toast.done(t("audit.chain.copied")))
      .catch(toast.failed);
  return (
    <div className={css.verify}>
      <div className={css.end}>
        <span className="muted">{t("audit.chain.end")}</span>
        <code className={css.hash}>{state.end}</code>
        <Button size="small" onClick={copy}>
          {t("audit.chain.copy")}
        </Button>
      </div>
      <p className="faint">{t("audit.chain.endHelp")}</p>
      <div className={css.check}>
        <Input
          value={noted}
          onChange={(event) => setNoted(event.target.value)}
          placeholder={t("audit.chain.noted")}
          aria-label={t("audit.chain.noted")}
        />
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate(noted)}>
          {verify.isPending ? t("audit.chain.verifying") : t("audit.chain.verify")}
        </Button>
      </div>
      <div aria-live="polite">
        {found?.holds && (
          <p className={css.good}>
            <CheckCircleOutlined />
            {t("audit.chain.holds", { first: count(found.first), last: count(found.last), n: count(found.entries) })}
          </p>
        )}
        {found && !found.holds && (
          <p className={css.bad} role="alert">
            <WarningOutlined />
            {t("audit.chain.broken", { seq: count(found.last), why: found.said ?? "" })}
          </p>
        )}
      </div>
    </div>
  );
}

/** How the chain stands, whether it holds, and for how long it is kept. */
export function Chain() {
  const { t } = useLanguage();
  const state = useQuery(auditStateQuery);
  if (!state.data) return null;
  return (
    <details className={css.chain}>
      <summary>
        <h2>{t("audit.chain.title")}</h2>
        <Standing state={state.data} />
      </summary>
      <Verify state={state.data} />
      <Keep state={state.data} />
    </details>
  );
}
