import { lazy, Suspense, useState } from "react";
import { Outlet } from "react-router";
import { looking } from "@/api/preview";
import { usePhone } from "@/app/use-phone";
import { useLanguage } from "@/i18n";
import { Mark } from "@/privacy/mark";
import { PageSkeleton } from "../skeleton";
import { useMenus } from "./menu";
import { PreviewBar } from "./preview-bar";
import { Rail } from "./rail";
import css from "./shell.module.css";
import { TopBar } from "./top-bar";

const PhoneTabs = lazy(async () => ({ default: (await import("./phone-tabs")).PhoneTabs }));

const KEY = "zhike.rail";

/** The workbench around every page: rail, top bar and content; on a phone, tabs at the bottom. */
export function Shell() {
  const { t } = useLanguage();
  const phone = usePhone();
  const menus = useMenus();
  const as = looking();
  const [narrow, setNarrow] = useState(() => localStorage.getItem(KEY) === "narrow");
  const toggle = () => {
    localStorage.setItem(KEY, narrow ? "wide" : "narrow");
    setNarrow(!narrow);
  };
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content">
        {t("app.nav.skip")}
      </a>
      {!phone && <Rail menus={menus} narrow={narrow} toggle={toggle} />}
      <div className={css.body}>
        <TopBar menus={menus} phone={phone} />
        {as && <PreviewBar as={as} />}
        <Mark>
          <main id="content" className={css.content} tabIndex={-1}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </main>
        </Mark>
        {phone && (
          <Suspense fallback={null}>
            <PhoneTabs menus={menus} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
