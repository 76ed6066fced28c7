package dev.npanel.host.step;

/** One step of a plan. The set is closed: what is not here cannot be done as root. */
public sealed interface Step permits PutFile, PutDirectory, Move, Delete, Check, UnitChange, Effect {}
