import { Segmented } from "antd";
import { useNavigate } from "react-router";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import { AdminsOnly } from "../admins-only";
import css from "./mail.module.css";

const PLACES = ["server", "messages", "caught", "credentials"] as const;
export type MailPlace = (typeof PLACES)[number];
const ADDRESS: Record<MailPlace, string> = {
  server: paths.mail,
  messages: paths.messages,
  caught: paths.caughtMail,
  credentials: paths.credentials,
};

/** On a phone there is not room for all of them. */
function inSight(places: HTMLElement | null): void {
  const here = places?.querySelector(".ant-segmented-item-selected");
  here?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
}

/** The frame of the pages about mail, for administrators. */
export function MailFrame({ place, children }: { place: MailPlace; children: React.ReactNode }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <AdminsOnly>
      <div className={css.page}>
        <header>
          <h1>{t("mail.title")}</h1>
          <p className="muted">{t(`mail.lead.${place}`)}</p>
        </header>
        <div className={css.places} ref={inSight}>
          <Segmented<MailPlace>
            aria-label={t("mail.title")}
            value={place}
            onChange={(next) => void navigate(ADDRESS[next])}
            options={PLACES.map((value) => ({ value, label: t(`mail.place.${value}`) }))}
          />
        </div>
        {children}
      </div>
    </AdminsOnly>
  );
}
