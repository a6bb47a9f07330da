import { Input, InputNumber, Radio, Select, Space, Switch } from "antd";
import { useTyped } from "@/builder/properties/simple-editors";
import { useLanguage } from "@/i18n";
import { Labelled } from "./labelled";
import { inSave, mayBeInSave, PERIODS, type Period } from "./model";
import css from "./rule.module.css";
import { useRule } from "./rule-context";

function OnSwitch() {
  const { t } = useLanguage();
  const { doc, edit } = useRule();
  return (
    <Labelled label={t("rule.setting.on")} hint={t("rule.setting.onHint")}>
      {(id) => (
        <Switch
          id={id}
          className={css.switch}
          checked={doc.on !== false}
          onChange={(on) => edit((before) => ({ ...before, on }))}
        />
      )}
    </Labelled>
  );
}

function WhenToAct() {
  const { t } = useLanguage();
  const { doc, edit } = useRule();
  if (!mayBeInSave(doc)) return null;
  return (
    <Labelled label={t("rule.setting.at")} hint={t("rule.setting.atHint")}>
      {() => (
        <Radio.Group
          aria-label={t("rule.setting.at")}
          value={doc.at ?? "after"}
          options={[
            { value: "after", label: t("rule.setting.atAfter") },
            { value: "save", label: t("rule.setting.atSave") },
          ]}
          onChange={(event) => edit((before) => inSave({ ...before, at: event.target.value }))}
        />
      )}
    </Labelled>
  );
}

function HowOften() {
  const { t } = useLanguage();
  const { doc, edit } = useRule();
  const limit = doc.limit;
  return (
    <>
      <Labelled label={t("rule.setting.once")}>
        {(id) => (
          <Select<Period>
            id={id}
            allowClear
            placeholder={t("rule.setting.noOnce")}
            value={doc.once?.per}
            options={PERIODS.map((per) => ({ value: per, label: t(`rule.setting.onceOf.${per}`) }))}
            onChange={(per: Period | undefined) => edit((before) => ({ ...before, once: per && { per } }))}
          />
        )}
      </Labelled>
      <Labelled label={t("rule.setting.limit")} hint={t("rule.setting.limitHint")}>
        {(id) => (
          <Space.Compact>
            <InputNumber
              id={id}
              min={1}
              max={1_000_000}
              precision={0}
              placeholder={t("rule.setting.noOnce")}
              value={limit?.runs ?? null}
              style={{ width: 140 }}
              onChange={(runs) =>
                edit(
                  (before) => ({ ...before, limit: runs === null ? undefined : { per: "day", ...before.limit, runs } }),
                  "limit",
                )
              }
            />
            <Select<"hour" | "day">
              aria-label={t("rule.setting.limitRuns")}
              value={limit?.per ?? "day"}
              disabled={limit === undefined}
              style={{ width: 130 }}
              options={(["day", "hour"] as const).map((per) => ({
                value: per,
                label: t(`rule.setting.limitPer.${per}`),
              }))}
              onChange={(per) => edit((before) => ({ ...before, limit: before.limit && { ...before.limit, per } }))}
            />
          </Space.Compact>
        )}
      </Labelled>
    </>
  );
}

function AsOne() {
  const { t } = useLanguage();
  const { doc, edit } = useRule();
  return (
    <Labelled label={t("rule.setting.as")}>
      {() => (
        <Radio.Group
          aria-label={t("rule.setting.as")}
          value={doc.as ?? "record"}
          options={[
            { value: "record", label: t("rule.setting.asRecord") },
            { value: "set", label: t("rule.setting.asSet") },
          ]}
          onChange={(event) => edit((before) => ({ ...before, as: event.target.value }))}
        />
      )}
    </Labelled>
  );
}

function InWhatOrder() {
  const { t } = useLanguage();
  const { doc, edit } = useRule();
  return (
    <Labelled label={t("rule.setting.order")} hint={t("rule.setting.orderHint")}>
      {(id) => (
        <InputNumber
          id={id}
          min={0}
          max={100_000}
          precision={0}
          placeholder="100"
          value={doc.order ?? null}
          onChange={(order) => edit((before) => ({ ...before, order: order ?? undefined }), "order")}
        />
      )}
    </Labelled>
  );
}

function Note() {
  const { t } = useLanguage();
  const { doc, edit } = useRule();
  const [typed, setTyped] = useTyped(doc.note ?? "");
  return (
    <Labelled label={t("rule.setting.note")}>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            edit((before) => ({ ...before, note: event.target.value }), "note");
          }}
        />
      )}
    </Labelled>
  );
}

/** How a rule runs, beside what it does. */
export function SettingsPart() {
  const { doc } = useRule();
  const after = doc.at !== "save";
  return (
    <div className={css.settings}>
      <OnSwitch />
      <WhenToAct />
      {after && <HowOften />}
      {after && <AsOne />}
      <InWhatOrder />
      <Note />
    </div>
  );
}
