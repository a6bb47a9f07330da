import { EyeInvisibleOutlined, EyeOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { type ComponentType, type MouseEvent, useEffect, useState } from "react";
import { isMask, revealField } from "@/api/masked";
import type { FieldInfo, Row } from "@/api/types";
import { useToast } from "@/app/toast";
import type { Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import css from "./field.module.css";
import type { DisplayProps, FieldKind, InputProps } from "./kind";

/** For how long a value that was asked for stays in sight. */
const IN_SIGHT = 30_000;

/** A value that is shown for a while and then forgotten. */
function useGlimpse(entity: string, record: string, field: string) {
  const toast = useToast();
  const [row, setRow] = useState<Row | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (row === null) return;
    const timer = setTimeout(() => setRow(null), IN_SIGHT);
    return () => clearTimeout(timer);
  }, [row]);
  const press = async () => {
    if (row !== null) return setRow(null);
    setBusy(true);
    try {
      setRow(await revealField(entity, record, field));
    } catch (failure) {
      toast.failed(failure);
    } finally {
      setBusy(false);
    }
  };
  return { row, busy, press };
}

type GlimpseProps = { Shown: ComponentType<DisplayProps>; field: FieldInfo; of: string; record: string; mask: Value };

/** The mask with the way to the value behind it, of one record and for half a minute. */
function Glimpse({ Shown, field, of, record, mask }: GlimpseProps) {
  const { t, language } = useLanguage();
  const { row, busy, press } = useGlimpse(of, record, field.code);
  const name = labelText(field.label, language);
  const act = t(row ? "field.masked.hide" : "field.masked.show", { name });
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    void press();
  };
  return (
    <span className={css.masked}>
      <span className="ellipsis" aria-live="polite">
        {row ? (
          <Shown field={field} value={row.values[field.code] ?? null} label={row.labels[field.code]} />
        ) : (
          String(mask)
        )}
      </span>
      <Tooltip title={row ? act : t("field.masked.told")}>
        <Button
          type="text"
          size="small"
          className={css.eye}
          icon={row ? <EyeInvisibleOutlined /> : <EyeOutlined />}
          loading={busy}
          aria-label={act}
          aria-pressed={row !== null}
          onClick={onClick}
          onMouseDown={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => event.stopPropagation()}
        />
      </Tooltip>
    </span>
  );
}

/** Takes a new value without showing the old one; whoever types nothing leaves it as it is. */
function NewValue({ Input, ...props }: InputProps & { Input: ComponentType<InputProps> }) {
  const { t } = useLanguage();
  const { field, value, onChange, inCell } = props;
  const [stored] = useState(() => (isMask(value) ? value : null));
  const hidden = field.hides?.field ?? field;
  const clears = stored !== null && !field.keeps && !field.required;
  return (
    <>
      <Input
        {...props}
        field={hidden}
        value={isMask(value) ? null : value}
        onChange={(next, label) => onChange(next ?? (clears ? null : stored), label)}
      />
      {stored !== null && !inCell && (
        <span className={css.stored}>
          {value === null ? t("field.masked.cleared") : t("field.masked.stored", { mask: stored })}
          {clears && value !== null && (
            <Button type="link" size="small" onClick={() => onChange(null)}>
              {t("field.masked.clear")}
            </Button>
          )}
        </span>
      )}
    </>
  );
}

/** A field of which only the mask is seen: its values are shown and typed, and nothing is asked by them. */
export function maskedKind(hidden: FieldKind): FieldKind {
  const { Display: Shown, Input, keep } = hidden;
  return {
    ...hidden,
    types: ["masked"],
    Display: ({ field, value, record }) =>
      field.reveals && field.hides && record !== undefined && !field.code.includes(".") ? (
        <Glimpse Shown={Shown} field={field.hides.field} of={field.hides.entity} record={record} mask={value} />
      ) : (
        <span className="ellipsis">{String(value)}</span>
      ),
    Input: Input && ((props) => <NewValue {...props} Input={Input} />),
    operators: [],
    align: "left",
    wide: false,
    leads: true,
    sortable: false,
    summable: false,
    keep: (text, field) => (isMask(text) ? text : keep(text, field.hides?.field ?? field)),
    read: (text, field) => (isMask(text) ? undefined : hidden.read(text, field.hides?.field ?? field)),
  };
}

/** A field whose values the database cannot read: shown and typed as what it is, and nothing is asked by it. */
export function encryptedKind(hidden: FieldKind): FieldKind {
  const { Display: Shown, Input } = hidden;
  const whole = (field: FieldInfo) => field.hides?.field ?? field;
  return {
    ...hidden,
    types: ["encrypted"],
    Display: (props) => <Shown {...props} field={whole(props.field)} />,
    Input: Input && ((props) => <Input {...props} field={whole(props.field)} />),
    operators: [],
    sortable: false,
    summable: false,
    keep: (text, field) => hidden.keep(text, whole(field)),
    read: (text, field) => hidden.read(text, whole(field)),
  };
}
