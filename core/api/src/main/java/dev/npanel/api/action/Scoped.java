package dev.npanel.api.action;

/** Every request to the agent says what it is about; a request record without a scope does not compile. */
public interface Scoped {
    /** Whose this is. Derived from the request's own fields, never a field of its own. */
    Scope scope();
}
