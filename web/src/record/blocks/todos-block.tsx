import { lazy, Suspense } from "react";
import type { BlockKind, BlockProps } from "./block";
import css from "./blocks.module.css";

const RecordTodos = lazy(async () => ({ default: (await import("@/todo/record-todos")).RecordTodos }));

function TodosBlock({ entity, row, heading, titled }: BlockProps<"todos">) {
  return (
    <section className={css.panel} aria-label={heading}>
      {!titled && <h2 className={css.heading}>{heading}</h2>}
      <Suspense fallback={null}>
        <RecordTodos entity={entity.code} record={row.id} />
      </Suspense>
    </section>
  );
}

export const todos: BlockKind<"todos"> = {
  Component: TodosBlock,
  name: (_, { t }) => t("todo.short"),
};
