import { lazy, type ReactNode, Suspense } from "react";
import { useMe } from "@/app/signed-in";
import { PageSkeleton } from "@/app/skeleton";

const Watermarked = lazy(() => import("./watermarked"));

/** Around all pages: nothing where the workspace wants no watermark, and then nothing is loaded for it. */
export function Mark({ children }: { children: ReactNode }) {
  const mode = useMe().watermark?.mode ?? "off";
  if (mode === "off") return children;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Watermarked>{children}</Watermarked>
    </Suspense>
  );
}
