import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { type Drafts, type Released, releaseDeleted } from "@/api/definitions";
import { keys } from "@/api/keys";
import { failureText } from "@/app/failure";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import css from "./publish.module.css";

type Props = {
  drafts: Drafts;
  /** Told of the drafts of other apps that were made, which have to be published too. */
  taken: (others: string[]) => void;
};

function Place({ one, app }: { one: Released; app: string }) {
  const { t, language } = useLanguage();
  return (
    <li>
      <span>
        {t("builder.release.place", { kind: one.kindName, name: labelText(one.label, language) })}
        {one.gone ? t("builder.release.gone") : one.parts.join(t("builder.release.and"))}
      </span>
      {one.app !== undefined && one.app !== app && <span className="muted">{t("builder.release.other")}</span>}
    </li>
  );
}

/** Offers to take what is deleted out of all that still uses it; what cannot do without it is left to the person. */
export function ReleaseOffer({ drafts, taken }: Props) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const toast = useToast();
  const offer = useQuery({
    queryKey: keys.release(drafts),
    queryFn: () => releaseDeleted(drafts, true),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const take = useMutation({
    mutationFn: () => releaseDeleted(drafts, false),
    onSuccess: async ({ items }) => {
      toast.done(t("builder.release.done", { n: items.length }));
      taken(items.filter((one) => one.app !== drafts.app).map((one) => `${one.kind}/${one.code}`));
      await cache.invalidateQueries({ queryKey: [...keys.allDefinitions] });
    },
  });
  const items = offer.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className={css.offer} aria-label={t("builder.release.title")}>
      <h3>{t("builder.release.title")}</h3>
      <ul className={css.steps}>
        {items.map((one) => (
          <Place key={`${one.kind}/${one.code}`} one={one} app={drafts.app} />
        ))}
      </ul>
      <p className="muted">
        {offer.data?.left.length === 0
          ? t("builder.release.all")
          : t("builder.release.left", { n: offer.data?.left.length ?? 0 })}
      </p>
      {take.isError && <Alert type="error" showIcon title={failureText(take.error, t)} />}
      <Button onClick={() => take.mutate()} loading={take.isPending}>
        {t("builder.release.take")}
      </Button>
    </section>
  );
}
