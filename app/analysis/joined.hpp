#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// Not for use outside app/analysis.
namespace zhengtu::analysis {

/// What hangs together: a forest whose trees are joined by any number of threads at once (R. J. Anderson & H. Woll, Wait-free
/// parallel algorithms for the union-find problem, STOC 1991). The least number of a tree is its root, whoever joined it.
class Joined {
public:
    explicit Joined(std::size_t size) : m_parent(size)
    {
        for (std::uint32_t i = 0; i < size; ++i) { m_parent[i].store(i, std::memory_order_relaxed); }
    }

    [[nodiscard]] std::uint32_t root(std::uint32_t i) noexcept
    {
        for (;;) {
            auto parent = m_parent[i].load(std::memory_order_relaxed);
            if (parent == i) { return i; }
            auto const above = m_parent[parent].load(std::memory_order_relaxed);
            // shortens the way; should another thread have done so, all the better
            if (above != parent) { m_parent[i].compare_exchange_weak(parent, above, std::memory_order_relaxed); }
            i = above;
        }
    }

    void unite(std::uint32_t a, std::uint32_t b) noexcept
    {
        for (;;) {
            a = root(a);
            b = root(b);
            if (a == b) { return; }
            if (a < b) { std::swap(a, b); }
            auto expected = a; // still a root?
            if (m_parent[a].compare_exchange_weak(expected, b, std::memory_order_relaxed)) { return; }
        }
    }

private:
    std::vector<std::atomic<std::uint32_t>> m_parent;
};

} // namespace zhengtu::analysis
