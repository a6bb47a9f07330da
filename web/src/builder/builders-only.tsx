import type { ReactNode } from "react";
import { useParams } from "react-router";
import { useBuilding } from "@/app/builds";
import { Empty } from "@/app/empty";
import { useLanguage } from "@/i18n";

type Props = { children: ReactNode; rights?: boolean };

/** What only those may see who build the app of this address; `rights` leaves only those who give rights. */
export function BuildersOnly({ children, rights = false }: Props) {
  const { t } = useLanguage();
  const { app } = useParams();
  const building = useBuilding();
  const may = rights ? building.all : app === undefined ? building.any : building.app(app);
  if (may) return children;
  const other = building.any && !rights;
  return (
    <Empty
      title={t(other ? "builder.otherApp" : "builder.forbidden")}
      text={t(other ? "builder.otherAppText" : "builder.forbiddenText")}
    />
  );
}
