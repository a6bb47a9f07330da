import { Button, Drawer } from "antd";
import type { ReactNode } from "react";
import type { AuditChange, AuditEntry } from "@/api/audit";
import { wallClock } from "@/core/time";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./audit.module.css";
import type { AuditFilter } from "./filter";

const WIDTH = 560;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Changes({ changes }: { changes: AuditChange[] }) {
  const { t } = useLanguage();
  const said = (value: string | null) => value ?? <span className="faint">{t("audit.none")}</span>;
  return (
    <section>
      <h3>{t("audit.changes")}</h3>
      <table className={css.changes}>
        <thead>
          <tr>
            <th>{t("audit.property")}</th>
            <th>{t("audit.before")}</th>
            <th>{t("audit.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes
            <tr key={i}>
              <th scope="row">{change.label}</th>
              <td>{said(change.before)}</td>
              <td>{said(change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Props = { entry: AuditEntry | null; close: () => void; narrow: (filter: AuditFilter) => void };

function Detail({ entry, narrow }: { entry: AuditEntry; narrow: (filter: AuditFilter) => void }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const { member, kind, object } = entry;
  return (
    <div className={css.detail}>
      <p className={css.headline}>{entry.sentence}</p>
      <dl className={css.facts}>
        <Fact label={t("audit.when")}>
          <span className="num">{wallClock(new Date(entry.at), formats.zone).replace("T", " ")}</span>
        </Fact>
        <Fact label={t("audit.who")}>
          {entry.who ?? t(entry.origin === "stranger" ? "audit.stranger" : "audit.system")}
          {member && (
            <Button size="small" type="link" onClick={() => narrow({ member })}>
              {t("audit.onlyMember")}
            </Button>
          )}
        </Fact>
        <Fact label={t("audit.way")}>{entry.way}</Fact>
        {entry.via && <Fact label={t("audit.via")}>{entry.via}</Fact>}
        {entry.address && <Fact label={t("audit.address")}>{entry.address}</Fact>}
        {kind && object && (
          <Fact label={t("audit.object")}>
            {entry.title || object}
            <Button size="small" type="link" onClick={() => narrow({ kind, object })}>
              {t("audit.onlyObject")}
            </Button>
          </Fact>
        )}
        {entry.facts.map((fact) => (
          <Fact key={fact.name} label={fact.label}>
            {fact.value}
          </Fact>
        ))}
      </dl>
      {entry.changes.length > 0 && <Changes changes={entry.changes} />}
      <footer className={`${css.proof} faint`}>
        <span>{entry.seq === null ? t("audit.notSealed") : t("audit.seq", { seq: String(entry.seq) })}</span>
        {entry.hash && (
          <span className={css.hash} title={t("audit.hash")}>
            {entry.hash}
          </span>
        )}
      </footer>
    </div>
  );
}

/** One entry with all that is known of it. */
export function EntryDrawer({ entry, close, narrow }: Props) {
  const { t } = useLanguage();
  return (
    <Drawer
      title={entry?.label ?? t("audit.detail")}
      open={entry !== null}
      onClose={close}
      size={WIDTH}
      destroyOnHidden
    >
      {entry && (
        <Detail
          entry={entry}
          narrow={(filter) => {
            narrow(filter);
            close();
          }}
        />
      )}
    </Drawer>
  );
}
