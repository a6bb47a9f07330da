import { useQuery } from "@tanstack/react-query";
import { createContext, lazy, Suspense, useContext, useEffect } from "react";
import { Navigate, useLocation } from "react-router";
import { keepSignedIn } from "@/api/ahead";
import { meQuery } from "@/api/session";
import type { Me } from "@/api/types";
import { changeLanguage, hasChosenLanguage } from "@/i18n";
import { Failure } from "./failure";
import { paths } from "./paths";
import { Shell } from "./shell/shell";
import { PageSkeleton } from "./skeleton";

const Confined = lazy(() => import("@/security/confined"));

const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only below `SignedIn`. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("useMe outside SignedIn");
  return me;
}

export const MeProvider = MeContext.Provider;

const ZoneContext = createContext<string | null>(null);

/** For pages that are not behind the sign-in: the zone of the workspace they belong to. */
export const ZoneProvider = ZoneContext.Provider;

/** Where the days of the workspace begin and end. */
export function useZone(): string {
  const zone = useContext(ZoneContext);
  const me = useContext(MeContext);
  const found = zone ?? me?.workspace.zone;
  if (found === undefined) throw new Error("useZone outside SignedIn and ZoneProvider");
  return found;
}

/** Everything behind the sign-in: without a session one is asked for, and then led back here. */
export function SignedIn() {
  const me = useQuery(meQuery);
  const here = useLocation();
  const language = me.data?.chosenLanguage;
  useEffect(() => {
    if (language && !hasChosenLanguage()) void changeLanguage(language, false);
  }, [language]);
  const isIn = me.isPending ? null : Boolean(me.data);
  useEffect(() => {
    if (isIn !== null) keepSignedIn(isIn);
  }, [isIn]);
  if (me.isPending) return <PageSkeleton />;
  const signedOut = me.data === null || (me.error !== null && "isSignedOut" in me.error && me.error.isSignedOut);
  if (signedOut) return <Navigate to={paths.signIn} replace state={{ from: here.pathname + here.search }} />;
  if (!me.data) return <Failure error={me.error} retry={() => void me.refetch()} />;
  return (
    <MeContext.Provider value={me.data}>
      {me.data.confined ? (
        <Suspense fallback={<PageSkeleton />}>
          <Confined what={me.data.confined} />
        </Suspense>
      ) : (
        <Shell />
      )}
    </MeContext.Provider>
  );
}
