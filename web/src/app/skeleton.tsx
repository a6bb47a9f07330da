import { Skeleton } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useLanguage } from "@/i18n";

/** Shows its children only after a short wait, so that what is quick does not flicker. */
export function Later({ children, after = 120 }: { children: ReactNode; after?: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return shown ? children : null;
}

export function PageSkeleton() {
  const { t } = useLanguage();
  return (
    <Later>
      <div style={{ padding: 24 }} role="status" aria-label={t("common.loading")}>
        <Skeleton active title={{ width: 180 }} paragraph={{ rows: 6 }} />
      </div>
    </Later>
  );
}
