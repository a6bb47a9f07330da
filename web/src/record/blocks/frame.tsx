import { createContext, type ReactNode, use } from "react";
import type { Block } from "@/core/record-page";

/** How blocks and lists of them are framed: plainly where records are worked in, with handles where pages are built. */
export type Framing = {
  Frame: (props: { block: Block; children: ReactNode }) => ReactNode;
  ListFrame: (props: { list: string; empty: boolean; className: string | undefined; children: ReactNode }) => ReactNode;
  /** Whether a block is there just now. */
  shows: (block: Block) => boolean;
  /** Whether the page is being built: areas stand there even while they are empty. */
  framed: boolean;
};

export const Bare: Framing["Frame"] = ({ children }) => children;
export const PlainList: Framing["ListFrame"] = ({ className, children }) => <div className={className}>{children}</div>;

export const FrameContext = createContext<Framing>({
  Frame: Bare,
  ListFrame: PlainList,
  shows: () => true,
  framed: false,
});

export const useFrame = () => use(FrameContext);
