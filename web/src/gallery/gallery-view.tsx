import { PictureOutlined } from "@ant-design/icons";
import { memo } from "react";
import { Link } from "react-router";
import { thumbnailAddress } from "@/api/files";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { isBlank, texts } from "@/core/value";
import { RowValue } from "@/field/field-value";
import { callingField, titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import { EndOfRows } from "@/list/cards";
import { ListSkeleton } from "@/list/list-page";
import { useRows } from "@/list/use-rows";
import type { ViewBodyProps } from "@/list/view-body";
import type { HueName } from "@/theme/hues";
import css from "./gallery.module.css";

type CardProps = {
  entity: EntityInfo;
  row: Row;
  cover: FieldInfo | undefined;
  fields: FieldInfo[];
  hue: HueName | undefined;
};

const Picture = memo(function Picture({ entity, row, cover, fields, hue }: CardProps) {
  const { language } = useLanguage();
  const [file] = texts(cover && row.values[cover.code]);
  const title = titleOf(row, entity);
  return (
    <li className={css.card} style={hue && { borderTopColor: `var(--hue-${hue}-dot)` }}>
      <Link to={paths.record(entity.code, row.id)} className={css.link}>
        {cover && (
          <span className={css.cover}>
            {file ? (
              <img src={thumbnailAddress(file, "large")} alt="" loading="lazy" />
            ) : (
              <PictureOutlined aria-hidden />
            )}
          </span>
        )}
        <span className={css.title}>{title}</span>
      </Link>
      <dl className={css.facts}>
        {fields
          .filter((field) => !isBlank(row.values[field.code]))
          .map((field) => (
            <div key={field.code}>
              <dt>{labelText(field.label, language)}</dt>
              <dd>
                <RowValue field={field} row={row} />
              </dd>
            </div>
          ))}
      </dl>
    </li>
  );
});

/** Records as cards with a picture. */
export default function GalleryView({ entity, view, query, paint }: ViewBodyProps) {
  const { t } = useLanguage();
  const rows = useRows(entity, query);
  const find = (code: string | undefined) => entity.fields.find((field) => field.code === code);
  const title = callingField(entity);
  const fields = (view.card ?? []).map(find).filter((field) => field !== undefined && field !== title);
  if (rows.isPending) return <ListSkeleton />;
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
  return (
    <div className={css.scroll}>
      {rows.rows.length === 0 && <p className={css.none}>{t("views.emptyColumn")}</p>}
      <ul className={css.list}>
        {rows.rows.map((row) => (
          <Picture
            key={row.id}
            entity={entity}
            row={row}
            cover={find(view.cover)}
            fields={fields as FieldInfo[]}
            hue={paint(row)}
          />
        ))}
      </ul>
      <EndOfRows
        loadMore={rows.hasNextPage ? () => void rows.fetchNextPage() : null}
        loadingMore={rows.isFetchingNextPage}
      />
    </div>
  );
}
