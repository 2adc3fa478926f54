// Owns what each system's way of starting with the session is asked for.
import type { LoginState } from '../../shared/model/login'
import type { Result } from '../../shared/result'

export interface LoginItem {
  /** As the system has it now. */
  read(): Promise<LoginState>
  /** The state after it, again as the system has it: asking isn't having. */
  set(on: boolean): Promise<Result<LoginState>>
}
