import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useId } from "react";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import type { FigureValue } from "@/api/record-pages";
import type { FieldInfo } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { writeFilter } from "@/core/filter";
import type { Figure } from "@/core/record-page";
import { isBlank } from "@/core/value";
import { FieldValue } from "@/field/field-value";
import { labelText, useLanguage } from "@/i18n";
import { asFilter } from "@/list/filter/as-filter";
import { hueOf } from "@/theme/hues";
import type { BlockKind, BlockProps } from "./block";
import css from "./blocks.module.css";
import { useFiguresState } from "./figures-context";

function Shown({ figure, found }: { figure: Figure; found: FigureValue | undefined }) {
  const { t } = useLanguage();
  if (found === undefined) return <Skeleton.Button active size="small" />;
  if (found.field === undefined) return <span className="faint">{t("page.noFigure")}</span>;
  if (isBlank(found.value) && found.field.type !== "boolean") return <span className="faint">–</span>;
  const field: FieldInfo = { label: "", ...found.field, code: figure.code };
  return <FieldValue field={field} value={found.value} label={found.label} />;
}

/** The list of the records that a figure takes together; null where there is none, or where no filter can say which. */
function useListOf(found: FigureValue | undefined): string | null {
  const entities = useQuery(entitiesQuery).data;
  const entity = entities?.find((one) => one.code === found?.records?.entity);
  const filter = entity && found?.records ? writeFilter(asFilter(found.records.where, entity.fields)) : null;
  return entity && filter ? `${paths.list(entity.code)}?filter=${encodeURIComponent(filter)}` : null;
}

/** A colour is said in words as well, for those who do not see it: it stands as a dot before the value. */
function Tile({ figure, found }: { figure: Figure; found: FigureValue | undefined }) {
  const { t, language } = useLanguage();
  const id = useId();
  const list = useListOf(found);
  const hue = found?.color === undefined ? null : hueOf(found.color, 0);
  const style = hue === null ? undefined : { background: `var(--hue-${hue}-back)`, color: `var(--hue-${hue}-text)` };
  return (
    <div className={css.tile} style={style} data-color={hue ?? undefined}>
      <dt id={`${id}-name`}>{labelText(figure.label, language)}</dt>
      <dd className="num">
        {list === null ? (
          <Shown figure={figure} found={found} />
        ) : (
          <Link to={list} className={css.behind} title={t("page.showBehind")} aria-describedby={`${id}-name`}>
            <Shown figure={figure} found={found} />
          </Link>
        )}
      </dd>
    </div>
  );
}

function FiguresBlock({ block, heading }: BlockProps<"figures">) {
  const state = useFiguresState();
  if (state?.error && state.values === undefined) {
    return (
      <section className={css.panel} aria-label={heading}>
        <Failure error={state.error} retry={state.retry} />
      </section>
    );
  }
  return (
    <section aria-label={heading}>
      {block.label && <h2 className={css.heading}>{heading}</h2>}
      <dl className={css.tiles}>
        {block.figures.map((figure) => (
          <Tile key={figure.code} figure={figure} found={state?.values?.find((one) => one.code === figure.code)} />
        ))}
      </dl>
    </section>
  );
}

export const figures: BlockKind<"figures"> = {
  Component: FiguresBlock,
  name: (_, { t }) => t("page.block.figures"),
};
