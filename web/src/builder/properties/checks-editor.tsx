import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import type { Words } from "@/core/layout/layout";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { words } from "../form/new-parts";
import type { Designer } from "../form/use-designer";
import { type Design, freeCode } from "../model/design";
import { LabelField } from "./label-field";
import css from "./properties.module.css";

/** What must hold between the fields of a record, and what is said where it does not. */
type Check = { code: string; when: string; message: Words; field?: string };

const checksOf = (design: Design) => (Array.isArray(design.entity.checks) ? (design.entity.checks as Check[]) : []);

function withChecks(design: Design, checks: Check[]): Design {
  const { checks: _, ...entity } = design.entity;
  return { ...design, entity: (checks.length === 0 ? entity : { ...entity, checks }) as Design["entity"] };
}

type CheckProps = { check: Check; design: Design; set: (check: Check) => void; remove: () => void };

function CheckCard({ check, design, set, remove }: CheckProps) {
  const { t, language } = useLanguage();
  const options = design.entity.fields.map((one) => ({ value: one.code, label: labelText(one.label, language) }));
  const place = (field: string | undefined) => {
    const { field: _, ...rest } = check;
    set(field === undefined ? rest : { ...rest, field });
  };
  return (
    <div className={css.card}>
      <div className={css.property}>
        <span className="muted">{t("builder.check.when")}</span>
        <ExpressionInput
          entity={design.entity.code}
          draft
          expects="boolean"
          label={t("builder.check.when")}
          value={check.when}
          onChange={(when) => set({ ...check, when })}
        />
      </div>
      <LabelField
        name={t("builder.check.message")}
        value={check.message}
        set={(message) => set({ ...check, message })}
      />
      <div className={css.property}>
        <span className="muted">{t("builder.check.field")}</span>
        <Select
          allowClear
          aria-label={t("builder.check.field")}
          placeholder={t("builder.check.nowhere")}
          value={check.field}
          options={options}
          onChange={place}
        />
      </div>
      <Button type="text" danger icon={<DeleteOutlined />} onClick={remove}>
        {t("builder.check.remove")}
      </Button>
    </div>
  );
}

/** The rules between fields. Their codes are made by themselves. */
export function ChecksEditor({ designer: { design, edit } }: { designer: Designer }) {
  const { t, language } = useLanguage();
  const checks = checksOf(design);
  const put = (change: (checks: Check[]) => Check[], tag?: string) =>
    edit((one) => withChecks(one, change(checksOf(one))), tag);
  const add = () => {
    const code = freeCode(
      "check_1",
      checks.map((one) => one.code),
    );
    put((all) => [...all, { code, when: "TRUE", message: words(t("builder.check.sample"), language) }]);
  };
  return (
    <div className={css.property}>
      <span className="muted">{t("builder.check.title")}</span>
      {checks.map((check) => (
        <CheckCard
          key={check.code}
          check={check}
          design={design}
          set={(next) => put((all) => all.map((one) => (one.code === check.code ? next : one)), `check:${check.code}`)}
          remove={() => put((all) => all.filter((one) => one.code !== check.code))}
        />
      ))}
      <Button type="dashed" icon={<PlusOutlined />} onClick={add}>
        {t("builder.check.add")}
      </Button>
      <p className={css.hint}>{t("builder.check.hint")}</p>
    </div>
  );
}
