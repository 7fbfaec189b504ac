#include "cartography/scene.hpp"

namespace zhengtu::cartography {

char const* name(Status status) noexcept
{
    switch (status) {
    case Status::UnderWay: return "under-way";
    case Status::DueSoon: return "due-soon";
    case Status::Overdue: return "overdue";
    case Status::Accepted: return "accepted";
    case Status::Closed: return "closed";
    case Status::LongTerm: return "long-term";
    }
    return "under-way";
}

} // namespace zhengtu::cartography
