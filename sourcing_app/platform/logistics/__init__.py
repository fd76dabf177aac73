"""Parcels, tracking, carriers."""
