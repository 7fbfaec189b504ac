#include "place/site.hpp"
