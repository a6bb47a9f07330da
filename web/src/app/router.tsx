import { createBrowserRouter, type RouteObject } from "react-router";
import { NotFound, RouteError } from "./boundary";
import { SignedIn } from "./signed-in";
import { PageSkeleton } from "./skeleton";

const routes: RouteObject[] = [
  {
    path: "/f/:workspace/:code",
    lazy: () => import("@/open-form/open-form-page"),
    ErrorBoundary: RouteError,
    HydrateFallback: PageSkeleton,
  },
  { path: "/sign-in", lazy: () => import("@/signin/sign-in-page"), HydrateFallback: PageSkeleton },
  {
    path: "/",
    Component: SignedIn,
    ErrorBoundary: RouteError,
    HydrateFallback: PageSkeleton,
    children: [
      { index: true, lazy: () => import("@/begin/home-page") },
      { path: "begin", lazy: () => import("@/begin/begin-page") },
      { path: "begin/:upload", lazy: () => import("@/begin/columns-page") },
      { path: "build", lazy: () => import("@/builder/apps/apps-page") },
      { path: "build/:app", lazy: () => import("@/builder/apps/app-page") },
      { path: "build/:app/form/:entity", lazy: () => import("@/builder/form/form-page") },
      { path: "build/:app/public/:code", lazy: () => import("@/builder/public/public-form-page") },
      { path: "build/:app/print/:code", lazy: () => import("@/builder/print/print-page") },
      { path: "revisions", lazy: () => import("@/builder/apps/revisions-page") },
      { path: "imports", lazy: () => import("@/imports/imports-page") },
      { path: "imports/:id", lazy: () => import("@/imports/import-page") },
      { path: "e/:entity/import", lazy: () => import("@/imports/wizard-page") },
      { path: "e/:entity/recycle", lazy: () => import("@/list/recycle-page") },
      { path: "e/:entity", lazy: () => import("@/list/list-page") },
      { path: "e/:entity/:id", lazy: () => import("@/record/record-page") },
      { path: "*", Component: NotFound },
    ].map((route) => ({ ...route, ErrorBoundary: RouteError })),
  },
];

export function createRouter() {
  return createBrowserRouter(routes);
}
