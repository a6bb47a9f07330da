import { useQuery } from "@tanstack/react-query";
import { entitiesQuery } from "@/api/catalogue";
import type { DefinitionInfo } from "@/api/definitions";
import type { EntityInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { useListed } from "../apps/use-listed";
import { TemplatesPanel } from "../print/templates-panel";
import { newMailTemplate } from "./model";

type Props = { app: string; definitions: DefinitionInfo[] };

/** The mail templates of an app. */
export function MailTemplates({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  const path = (code: string) => paths.buildMail(app, code);
  const listed = useListed<EntityInfo>({
    kind: "mail_template",
    definitions,
    name: (entity) => t("mailTemplate.nameOf", { name: labelText(entity.label, language) }),
    make: (code, label, entity) => {
      const say = {
        name: (name: EntityInfo["label"]) => labelText(name, language),
        dear: t("mailTemplate.dear"),
        end: t("mailTemplate.dearEnd"),
        subject: t("mailTemplate.about"),
      };
      return newMailTemplate({ code, app, label, entity, say });
    },
    path,
  });
  const texts = {
    title: t("mailTemplate.title"),
    create: t("mailTemplate.new"),
    none: t("mailTemplate.none"),
    remove: (name: string) => t("mailTemplate.delete", { name }),
  };
  return (
    <TemplatesPanel
      kind="mail_template"
      definitions={definitions}
      entities={entities}
      texts={texts}
      path={path}
      {...listed}
    />
  );
}
