import cloud from 'wx-server-sdk'

/**
 * The one place where the SDK is initialised: the environment the function itself is deployed in.
 * The casts are for two facts that the SDK's type file leaves out.
 */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export { cloud }

// A document that is not there is an ordinary answer (null), not an error.
export const database = cloud.database({ throwOnNotFound: false } as object)

/** Query and update operators: `command.lt(5)`, `command.inc(1)`, … */
export const command = database.command
