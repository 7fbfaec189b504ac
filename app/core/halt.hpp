#pragma once

/// For the last moments of a program that ends without unwinding.
namespace zhengtu {

/// Holds all other threads of the process where they are, for good: they take no processor and write nothing more; one that waits for the disk is
/// held when it comes back. The locks that they have they keep, that of the heap too: from now on the caller may only do what takes none.
void haltOtherThreads();

/// Removes a directory with everything in it as far as that can be; takes no lock and no memory from the heap.
void removeTree(char const* path) noexcept;

} // namespace zhengtu
