import { Button, Input, InputNumber, Popover, Select } from "antd";
import { useLanguage } from "@/i18n";
import { type Band, marginsOf, PAPERS, type PrintDoc, paperOf, SIDES, SLOTS } from "./model";
import css from "./print.module.css";

type Change = (next: (now: PrintDoc) => PrintDoc, tag?: string) => void;
type Props = { doc: PrintDoc; change: Change };

function BandInputs({ doc, change, edge }: Props & { edge: "header" | "footer" }) {
  const { t } = useLanguage();
  const band: Band = doc[edge] ?? {};
  return (
    <fieldset className={css.band}>
      <legend>{t(`print.${edge}`)}</legend>
      {SLOTS.map((slot) => (
        <Input
          key={slot}
          aria-label={`${t(`print.${edge}`)} ${t(`print.slotOf.${slot}`)}`}
          placeholder={t(`print.slotOf.${slot}`)}
          value={band[slot] ?? ""}
          maxLength={200}
          onChange={(event) => {
            const text = event.target.value;
            change((now) => ({ ...now, [edge]: { ...now[edge], [slot]: text } }), `${edge}:${slot}`);
          }}
        />
      ))}
    </fieldset>
  );
}

function Inputs({ doc, change }: Props) {
  const { t } = useLanguage();
  const margins = marginsOf(doc);
  return (
    <div className={css.setup}>
      <Select
        aria-label={t("print.paper")}
        value={paperOf(doc)}
        options={PAPERS.map((value) => ({ value, label: t(`print.paperOf.${value}`) }))}
        onChange={(paper) => change(({ margins: _, ...now }) => ({ ...now, paper }) as PrintDoc)}
      />
      <fieldset className={css.band}>
        <legend>{t("print.margins")}</legend>
        {SIDES.map((side) => (
          <InputNumber
            key={side}
            aria-label={`${t("print.margins")} ${t(`print.marginOf.${side}`)}`}
            prefix={t(`print.marginOf.${side}`)}
            min={0}
            max={100}
            value={margins[side]}
            onChange={(length) =>
              change((now) => ({ ...now, margins: { ...marginsOf(now), [side]: length ?? 0 } }) as PrintDoc)
            }
          />
        ))}
      </fieldset>
      <BandInputs doc={doc} change={change} edge="header" />
      <BandInputs doc={doc} change={change} edge="footer" />
      <p className="faint">{t("print.bandHint")}</p>
    </div>
  );
}

/** Paper, margins, header and footer. */
export function PageSetup(props: Props) {
  const { t } = useLanguage();
  return (
    <Popover trigger="click" placement="bottomRight" content={<Inputs {...props} />}>
      <Button>{t("print.page")}</Button>
    </Popover>
  );
}
