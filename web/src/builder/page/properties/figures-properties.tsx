import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Input, Select } from "antd";
import type { Figure, FigureColor } from "@/core/record-page";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { hueOf } from "@/theme/hues";
import { LabelField } from "../../properties/label-field";
import css from "../../properties/properties.module.css";
import type { PropertiesProps } from "../kinds";
import { freeCode } from "../model";
import own from "../page.module.css";
import { figureIdeas } from "./figure-ideas";

const SIGNS = ["<", "<=", ">", ">=", "=", "<>"];
const COLORS = ["red", "orange", "amber", "green", "blue", "purple", "gray"] as const;
const MOST = 12;

type ColorProps = { color: FigureColor; set: (color: FigureColor) => void; remove: () => void };

function ColorRow({ color, set, remove }: ColorProps) {
  const { t } = useLanguage();
  return (
    <div className={own.rule}>
      <Select
        size="small"
        aria-label={t("page.build.compared")}
        value={color.is}
        style={{ width: 62, flex: "none" }}
        options={SIGNS.map((value) => ({ value, label: value }))}
        onChange={(is) => set({ ...color, is })}
      />
      <Input
        size="small"
        aria-label={t("page.build.bound")}
        value={color.than}
        onChange={({ target }) => set({ ...color, than: target.value })}
      />
      <Select
        size="small"
        aria-label={t("page.build.color")}
        value={color.color}
        style={{ width: 104, flex: "none" }}
        options={COLORS.map((value) => ({
          value,
          label: (
            <span className={own.swatch}>
              <i style={{ background: `var(--hue-${hueOf(value, 0)}-dot)` }} />
              {t(`page.build.hue.${value}`)}
            </span>
          ),
        }))}
        onChange={(hue) => set({ ...color, color: hue })}
      />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t("page.build.removeColor")}
        onClick={remove}
      />
    </div>
  );
}

type CardProps = { entity: string; figure: Figure; set: (figure: Figure) => void; remove: () => void };

function FigureCard({ entity, figure, set, remove }: CardProps) {
  const { t, language } = useLanguage();
  const colors = figure.colors ?? [];
  const paint = (next: FigureColor[]) => {
    const { colors: _, ...rest } = figure;
    set(next.length === 0 ? rest : { ...rest, colors: next });
  };
  const name = labelText(figure.label, language);
  return (
    <details className={css.card} open={figure.value === undefined || figure.value === ""}>
      <summary>{name}</summary>
      <LabelField name={t("builder.label")} value={figure.label} set={(label) => set({ ...figure, label })} />
      <div className={css.property}>
        <span className="muted">{t("page.build.value")}</span>
        <ExpressionInput
          entity={entity}
          draft
          label={t("page.build.valueOf", { name })}
          value={figure.value ?? ""}
          onChange={(value) => set({ ...figure, value })}
        />
      </div>
      <div className={css.property}>
        <span className="muted">{t("page.build.colors")}</span>
        {colors.map((color, at) => (
          <ColorRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is nothing but its place
            key={at}
            color={color}
            set={(next) => paint(colors.map((one, place) => (place === at ? next : one)))}
            remove={() => paint(colors.filter((_, place) => place !== at))}
          />
        ))}
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() => paint([...colors, { is: ">", than: "0", color: "red" }])}
        >
          {t("page.build.addColor")}
        </Button>
      </div>
      <Button type="text" danger size="small" icon={<DeleteOutlined />} onClick={remove}>
        {t("page.build.take", { name })}
      </Button>
    </details>
  );
}

/** The tiles: what each says and how it is worked out. The commonest are made by a choice. */
export function FiguresProperties({ block, set, entity, entities, design }: PropertiesProps<"figures">) {
  const { t, language } = useLanguage();
  const ideas = figureIdeas(entity, entities, t, language);
  const add = (idea: { name: string; value: string }) => {
    const code = freeCode(design, `figure_${block.figures.length + 1}`);
    const figure = { code, label: { [language]: idea.name }, value: idea.value };
    set((one) => ({ ...one, figures: [...one.figures, figure] }));
  };
  const items = ideas.map((idea, at) => ({ key: String(at), label: idea.name, onClick: () => add(idea) }));
  const put = (code: string, to: Figure | null, tag?: string) =>
    set(
      (one) => ({ ...one, figures: one.figures.flatMap((it) => (it.code !== code ? it : to === null ? [] : to)) }),
      tag,
    );
  return (
    <div className={css.list}>
      {block.figures.map((figure) => (
        <FigureCard
          key={figure.code}
          entity={entity.code}
          figure={figure}
          set={(next) => put(figure.code, next, figure.code)}
          remove={() => put(figure.code, null)}
        />
      ))}
      <Dropdown menu={{ items, style: { maxHeight: 320, overflowY: "auto" } }} trigger={["click"]}>
        <Button type="dashed" icon={<PlusOutlined />} disabled={block.figures.length >= MOST}>
          {t("page.build.addFigure")}
        </Button>
      </Dropdown>
      <p className={css.hint}>{t("page.build.figuresHint")}</p>
    </div>
  );
}
