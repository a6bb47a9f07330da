import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useState } from "react";
import { type Delivery, type DeliveryResult, deliveriesQuery } from "@/api/hooks";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { RecordLink } from "@/rules/outcomes";
import { fillable } from "../button/model";
import { FieldChoice } from "./field-values";
import css from "./hook.module.css";
import { usePublished } from "./hook-address";
import { mapped, type Place, placesOf, takenBy } from "./hook-data";
import { useRule } from "./rule-context";

/** Of so many one chooses what to take. */
const LOOKED_AT = 5;

/** So many are in sight at once. */
const FEW = 3;

const TONES: Record<DeliveryResult, string> = {
  created: "success",
  updated: "success",
  unchanged: "default",
  refused: "error",
};

const pretty = (body: string) => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

function One({ delivery }: { delivery: Delivery }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const { result, record, message, problems, body } = delivery;
  return (
    <li className={css.delivery}>
      <div className={css.head}>
        <time className="faint num" dateTime={delivery.at} title={formats.relative(delivery.at)}>
          {formats.moment(delivery.at)}
        </time>
        <Tag color={TONES[result]}>{t(`hook.delivery.${result}`)}</Tag>
        {record && <RecordLink record={record} />}
        {body && (
          <button type="button" className={`plain ${css.more}`} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t("hook.delivery.fold") : t("hook.delivery.open")}
          </button>
        )}
      </div>
      {message && problems.length === 0 && <p className={css.why}>{message}</p>}
      {problems.length > 0 && (
        <ul className={css.problems}>
          {problems.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {open && body && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <pre className={css.body} tabIndex={0}>
          {pretty(body)}
        </pre>
      )}
    </li>
  );
}

/** What came last, value by value, each to be given to a field by a click. */
function LastCame({ places }: { places: readonly Place[] }) {
  const { t } = useLanguage();
  const { doc, edit, scope } = useRule();
  const pointers = doc.when.webhook?.fields ?? {};
  const fields = fillable(scope.target.fields);
  const give = (pointer: string, field: string | undefined) =>
    edit((before) => ({
      ...before,
      when: {
        webhook: { ...before.when.webhook, fields: mapped(before.when.webhook?.fields ?? {}, pointer, field) },
      },
    }));
  return (
    <section className={css.came} aria-label={t("hook.delivery.take")}>
      <h4>{t("hook.delivery.take")}</h4>
      <ul className={css.places}>
        {places.map(({ pointer, value }) => (
          <li key={pointer}>
            <span className={css.place}>
              <code>{pointer}</code>
              <span className={css.value} title={value}>
                {value}
              </span>
            </span>
            <FieldChoice
              clears
              fields={fields}
              label={t("hook.delivery.to", { place: pointer })}
              placeholder={t("hook.delivery.nowhere")}
              value={takenBy(pointers, pointer)}
              set={(field) => give(pointer, field)}
            />
          </li>
        ))}
      </ul>
      <p className="faint">{t("hook.delivery.takeHint")}</p>
    </section>
  );
}

/** What other systems sent to the rule, and what became of it. */
export function HookDeliveries() {
  const { t } = useLanguage();
  const { doc } = useRule();
  const published = usePublished();
  const [all, setAll] = useState(false);
  const found = useQuery({ ...deliveriesQuery(doc.code), enabled: published, retry: false });
  if (!published || found.data === undefined) return null;
  const places = placesOf(found.data.slice(0, LOOKED_AT).map(({ body }) => body));
  const shown = all ? found.data : found.data.slice(0, FEW);
  return (
    <>
      {places.length > 0 && <LastCame places={places} />}
      <section aria-label={t("hook.delivery.title")}>
        <h4 className={css.title}>{t("hook.delivery.title")}</h4>
        {found.data.length === 0 && <p className="faint">{t("hook.delivery.none")}</p>}
        <ul className={css.deliveries}>
          {shown.map((one) => (
            <One key={one.id} delivery={one} />
          ))}
        </ul>
        {shown.length < found.data.length && (
          <button type="button" className={`plain ${css.more}`} onClick={() => setAll(true)}>
            {t("hook.delivery.all", { n: found.data.length })}
          </button>
        )}
      </section>
    </>
  );
}
