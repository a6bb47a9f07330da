import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Select } from "antd";
import { useNavigate } from "react-router";
import { type DefinitionInfo, newDefinition, suggestCode } from "@/api/definitions";
import { keys } from "@/api/keys";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { type Origin, type PageDesign, type PageDoc, toDocument } from "./model";

type Props = {
  origin: Origin;
  definitions: DefinitionInfo[];
  design: PageDesign;
  /** Brings the server up to date before one leaves. */
  save: () => Promise<boolean>;
};

const NEW = "+";

/** The pages of an entity: the usual one, those for roles, and a way to make another as a copy of what is here. */
export function PageChoice({ origin, definitions, design, save }: Props) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const toast = useToast();
  const { app, entity, code } = origin;
  const built = definitions.filter((one) => one.kind === "record_page" && one.state !== "deleted");
  const others = built.filter((one) => one.code !== entity && (one.definition as PageDoc).entity === entity);
  const make = useMutation({
    mutationFn: async () => {
      const name = t("page.build.newPageName", { name: labelText(origin.label, language) });
      const taken = [entity, ...built.map((one) => one.code)];
      const fresh = await suggestCode(name, taken);
      const copy = toDocument(
        { ...design, label: { [language]: name } },
        { doc: null, version: 0 },
        { ...origin, code: fresh },
      );
      await newDefinition({ ...copy, code: fresh } as PageDoc);
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
      return fresh;
    },
    onSuccess: (fresh) => navigate(paths.buildPage(app, entity, fresh)),
    onError: toast.failed,
  });
  const choose = async (to: string) => {
    await save();
    if (to === NEW) make.mutate();
    else await navigate(paths.buildPage(app, entity, to));
  };
  const options = [
    { value: entity, label: t("page.build.usual") },
    ...others.map((one) => ({ value: one.code, label: labelText(one.label, language) })),
    { value: NEW, label: t("page.build.newPage") },
  ];
  return (
    <Select
      aria-label={t("page.build.which")}
      value={code}
      options={options}
      loading={make.isPending}
      popupMatchSelectWidth={false}
      style={{ minWidth: 120, maxWidth: 200 }}
      onChange={(to) => void choose(to)}
    />
  );
}
