import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import { AdminsOnly } from "../admins-only";
import css from "./people.module.css";

const PLACES = [
  { to: paths.people, label: "people.places.members" },
  { to: paths.peoplePlace("departments"), label: "people.places.departments" },
  { to: paths.peoplePlace("groups"), label: "people.places.groups" },
  { to: paths.peoplePlace("invitations"), label: "people.places.invitations" },
] as const;

/** The frame of all that is about people: its title and its places. */
export function PeoplePlace({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <AdminsOnly>
      <div className={css.page}>
        <h1>{t("people.title")}</h1>
        <nav className={css.tabs} aria-label={t("people.places.label")}>
          {PLACES.map((place) => (
            <NavLink
              key={place.to}
              to={place.to}
              end
              className={({ isActive }) => (isActive ? `${css.tab} ${css.tabHere}` : css.tab)}
            >
              {t(place.label)}
            </NavLink>
          ))}
        </nav>
        {children}
      </div>
    </AdminsOnly>
  );
}
