import { useQuery } from "@tanstack/react-query";
import { entitiesQuery } from "@/api/catalogue";
import type { DefinitionInfo } from "@/api/definitions";
import { formsQuery } from "@/api/forms";
import { printTemplatesQuery } from "@/api/print";
import type { EntityInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { useListed } from "../apps/use-listed";
import { newPrintTemplate, relatedOf } from "./model";
import { TemplatesPanel } from "./templates-panel";

type Props = { app: string; definitions: DefinitionInfo[] };

/** The print templates of an app. */
export function PrintTemplates({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  const forms = useQuery(formsQuery).data ?? [];
  const published = useQuery(printTemplatesQuery).data ?? [];
  const path = (code: string) => paths.buildPrint(app, code);
  const listed = useListed<EntityInfo>({
    kind: "print_template",
    definitions,
    name: (entity) => t("print.nameOf", { name: labelText(entity.label, language) }),
    make: (code, label, entity) => {
      const layout = forms.find((form) => form.standard && form.entity === entity.code)?.layout ?? null;
      const related = relatedOf(entities, entity.code);
      const say = { name: (name: EntityInfo["label"]) => labelText(name, language), footer: t("print.usualFooter") };
      return newPrintTemplate({ code, app, label, entity, layout, related, say });
    },
    path,
  });
  const texts = {
    title: t("print.templates"),
    create: t("print.new"),
    none: t("print.none"),
    remove: (name: string) => t("print.delete", { name }),
  };
  return (
    <TemplatesPanel
      kind="print_template"
      definitions={definitions}
      entities={entities}
      texts={texts}
      path={path}
      isNew={(code) => !published.some((one) => one.code === code)}
      {...listed}
    />
  );
}
