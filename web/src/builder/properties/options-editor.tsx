import { DeleteOutlined, HolderOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Input, Select } from "antd";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { suggestCode } from "@/api/definitions";
import { useLanguage } from "@/i18n";
import { type HueName, hueOf } from "@/theme/hues";
import { freeCode } from "../model/design";
import type { EditorProps } from "./editor";
import { OptionConditions } from "./option-conditions";
import { fromLines, type OptionDoc, readLines } from "./options";
import css from "./properties.module.css";
import { useSortable } from "./use-sortable";

type RowProps = {
  option: OptionDoc;
  at: number;
  ends: boolean;
  colours: string[];
  set: (option: OptionDoc) => void;
  remove: () => void;
  next: () => void;
  move: (from: number, to: number) => void;
  paste: (lines: string[]) => void;
};

/** The colours that definitions may name, one for each hue that we have. */
function hues(names: string[]): { name: string; hue: HueName }[] {
  const all = names.map((name) => ({ name, hue: hueOf(name, 0) }));
  return all.filter(({ hue }, at) => all.findIndex((one) => one.hue === hue) === at);
}

function Hue({ option, at, colours, set }: Pick<RowProps, "option" | "at" | "colours" | "set">) {
  const { t } = useLanguage();
  const dot = (name: string) => <i className={css.dot} style={{ background: `var(--hue-${name}-dot)` }} />;
  const items = hues(colours).map(({ name, hue }) => ({ key: name, icon: dot(hue), label: t(`builder.hue.${hue}`) }));
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => set({ ...option, color: key }) }} trigger={["click"]}>
      <button type="button" className={`plain ${css.hue}`} aria-label={t("builder.hueOf", { n: at + 1 })}>
        {dot(hueOf(option.color, at))}
      </button>
    </Dropdown>
  );
}

function OptionRow({ option, at, ends, colours, set, remove, next, move, paste }: RowProps) {
  const { t, language } = useLanguage();
  const { ref, handle, edge } = useSortable("option", at, move);
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      next();
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(at, at + (event.key === "ArrowUp" ? -1 : 1));
    }
  };
  const pasted = (event: ClipboardEvent) => {
    const lines = readLines(event.clipboardData.getData("text"));
    if (lines.length < 2) return;
    event.preventDefault();
    paste(lines);
  };
  return (
    <li ref={ref} className={`${css.option} ${edge === null ? "" : edge === "top" ? css.above : css.below}`}>
      <span ref={handle} className={css.holder} aria-hidden>
        <HolderOutlined />
      </span>
      <Hue option={option} at={at} colours={colours} set={set} />
      <Input
        size="small"
        data-option={at}
        aria-label={t("builder.optionName", { n: at + 1 })}
        value={option.label[language] ?? option.label.zh ?? option.label.en ?? ""}
        onKeyDown={keys}
        onPaste={pasted}
        onChange={(event) => set({ ...option, label: { ...option.label, [language]: event.target.value } })}
      />
      {ends && (
        <Select
          size="small"
          aria-label={t("builder.endOf", { n: at + 1 })}
          value={option.end ?? ""}
          style={{ width: 76, flex: "none" }}
          options={["", "won", "lost"].map((value) => ({
            value,
            label: t(`builder.end.${value === "" ? "open" : (value as "won" | "lost")}`),
          }))}
          onChange={(end) => {
            const { end: _, ...rest } = option;
            set((end === "" ? rest : { ...rest, end }) as OptionDoc);
          }}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t("builder.removeOption", { n: at + 1 })}
        onClick={remove}
      />
    </li>
  );
}

/** The choices of a field: typed one per line, pasted from a sheet, dragged into order. */
export function OptionsEditor({ value, set, schema, design }: EditorProps) {
  const { t, language } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const options = (Array.isArray(value) ? value : []) as OptionDoc[];
  const latest = useRef(options);
  latest.current = options;
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`[data-option="${at}"]`)?.select());
  const codes = () => latest.current.map((option) => option.code);
  const add = (at: number) => {
    const code = freeCode(`option_${options.length + 1}`, codes());
    const label = { [language]: t("builder.option", { n: options.length + 1 }) };
    set([...options.slice(0, at), { code, label }, ...options.slice(at)]);
    focus(at);
  };
  const paste = async (at: number, names: string[]) => {
    const taken = codes();
    const made: Record<string, string> = {};
    for (const name of names) {
      made[name] = await suggestCode(name, taken);
      taken.push(made[name]);
    }
    const before = latest.current.filter((_, place) => place !== at);
    const fresh = fromLines(names, before, (name) => made[name] ?? name);
    const known = new Set(fresh.map((option) => option.code));
    const others = (part: OptionDoc[]) => part.filter((one) => !known.has(one.code));
    set([...others(before.slice(0, at)), ...fresh, ...others(before.slice(at))]);
  };
  const move = (from: number, to: number) => {
    const moved = options[from];
    if (moved === undefined || to < 0 || to >= options.length) return;
    const rest = options.filter((_, at) => at !== from);
    set([...rest.slice(0, to), moved, ...rest.slice(to)]);
    focus(to);
  };
  return (
    <div>
      <ul ref={list} className={css.options}>
        {options.map((option, at) => (
          <OptionRow
            key={option.code}
            option={option}
            at={at}
            colours={schema.items?.properties?.color?.enum ?? []}
            ends={schema.items?.properties?.end !== undefined}
            set={(next) => set(options.map((one, place) => (place === at ? next : one)))}
            remove={() => set(options.filter((_, place) => place !== at))}
            next={() => (at === options.length - 1 ? add(at + 1) : focus(at + 1))}
            move={move}
            paste={(lines) => void paste(at, lines)}
          />
        ))}
      </ul>
      <Button size="small" type="dashed" icon={<PlusOutlined />} block onClick={() => add(options.length)}>
        {t("builder.addOption")}
      </Button>
      <p className={css.hint}>{t("builder.optionsHint")}</p>
      {schema.items?.properties?.when !== undefined && (
        <OptionConditions entity={design.entity.code} options={options} set={set} />
      )}
    </div>
  );
}
