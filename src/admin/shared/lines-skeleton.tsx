import { Skeleton } from "@medusajs/ui"

type LinesSkeletonProps = { lines?: number }

/** Stands where text will be, so that nothing jumps when it comes. */
export const LinesSkeleton = ({ lines = 3 }: LinesSkeletonProps) => (
  <div className="flex flex-col gap-y-2" aria-busy="true" data-testid="dk-loading">
    {Array.from({ length: lines }, (_, line) => (
      <Skeleton key={line} className="h-5 w-full" />
    ))}
  </div>
)
