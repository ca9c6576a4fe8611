/**
 * Lets one thread of the operating system stand for a whole world: threads, clock, chance and locks
 * of code that runs on it are the world's own. Lives in the boot loader, so that the JDK's classes
 * and those of every driver reach it; for all callers outside a world nothing changes.
 */
package dev.crosstalk.agent;
